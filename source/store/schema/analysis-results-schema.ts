/** What analyses found, with all that is needed to find it again. */
export const analysisResultsSchema = `
	CREATE TABLE analysis_results (
		result_id INTEGER PRIMARY KEY,
		-- Such as 'forecast', and of what: 'revenue per day'; '' where there is only one.
		what TEXT NOT NULL CHECK (what <> ''),
		subject TEXT NOT NULL,
		made_at INTEGER NOT NULL,
		-- The moment that it was made for, and its business day.
		as_of INTEGER NOT NULL,
		date_id INTEGER NOT NULL,
		-- The sales that it was made from.
		span_from INTEGER,
		span_to INTEGER,
		model TEXT,
		elapsed_ms INTEGER NOT NULL,
		-- JSON: the command and its flags.
		inputs TEXT NOT NULL CHECK (json_valid(inputs)),
		-- JSON.
		result TEXT NOT NULL CHECK (json_valid(result)),
		CHECK (span_from <= span_to)
	) STRICT;

	CREATE INDEX analysis_results_by_moment ON analysis_results (what, subject, as_of, result_id, date_id);
`;
