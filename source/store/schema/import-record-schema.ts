/**
 * What an import keeps so that it can be explained and corrected later: how its source was written, which
 * values were worked out, and what became of its rejected rows.
 */
export const importRecordSchema = `
	ALTER TABLE imports ADD COLUMN rows_repaired INTEGER NOT NULL DEFAULT 0;
	-- JSON: the names of the source's columns, so that its rows can be written as a table again.
	ALTER TABLE imports ADD COLUMN header TEXT;
	ALTER TABLE imports ADD COLUMN delimiter TEXT;

	ALTER TABLE rejected_rows ADD COLUMN value TEXT;
	ALTER TABLE rejected_rows ADD COLUMN amount INTEGER NOT NULL DEFAULT 0;
	-- The import that loaded the row once it was corrected, or that rejected it anew.
	ALTER TABLE rejected_rows ADD COLUMN corrected_by INTEGER REFERENCES imports (import_id);

	-- Lines of which the source left something out that the rest of the row gave.
	CREATE TABLE repairs (
		line_id INTEGER PRIMARY KEY REFERENCES order_lines ON DELETE CASCADE,
		import_id INTEGER NOT NULL REFERENCES imports,
		field TEXT NOT NULL
	) STRICT;

	-- The rejected rows that are not corrected yet, counted by their reason.
	CREATE TABLE rejected_reasons (
		reason TEXT PRIMARY KEY,
		rows INTEGER NOT NULL,
		amount INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;

	INSERT INTO rejected_reasons SELECT reason, count(*), sum(amount) FROM rejected_rows GROUP BY reason;

	CREATE TRIGGER count_rejected_row AFTER INSERT ON rejected_rows WHEN new.corrected_by IS NULL BEGIN
		INSERT INTO rejected_reasons VALUES (new.reason, 1, new.amount)
		ON CONFLICT (reason) DO UPDATE SET rows = rows + 1, amount = amount + excluded.amount;
	END;

	CREATE TRIGGER uncount_corrected_row AFTER UPDATE OF corrected_by ON rejected_rows
	WHEN old.corrected_by IS NULL AND new.corrected_by IS NOT NULL BEGIN
		UPDATE rejected_reasons SET rows = rows - 1, amount = amount - old.amount WHERE reason = old.reason;
		DELETE FROM rejected_reasons WHERE reason = old.reason AND rows = 0;
	END;

	CREATE TRIGGER uncount_deleted_row AFTER DELETE ON rejected_rows WHEN old.corrected_by IS NULL BEGIN
		UPDATE rejected_reasons SET rows = rows - 1, amount = amount - old.amount WHERE reason = old.reason;
		DELETE FROM rejected_reasons WHERE reason = old.reason AND rows = 0;
	END;
`;
