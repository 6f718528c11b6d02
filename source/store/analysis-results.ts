import type {Database} from 'better-sqlite3';
import {localDay} from '../business-time.ts';
import type {Store} from './open-store.ts';

/** What an analysis found, when and how. Times are UTC milliseconds. */
export type AnalysisResult = {
	/** Such as `forecast`. */
	readonly what: string;
	/** Of what, such as `revenue per day`; empty where there is only one. */
	readonly subject: string;
	readonly madeAt: number;
	/** The moment that it was made for; nothing later is known to it. */
	readonly asOf: number;
	/** The sales that it was made from. */
	readonly span: {readonly from: number; readonly to: number} | undefined;
	readonly model: string | undefined;
	readonly elapsedMs: number;
	readonly inputs: AnalysisInputs;
	/** Plain JSON. A result of much more than 50 kB is too large: hundreds of them are kept. */
	readonly result: unknown;
	/** What was found of every product, plain JSON too: as large as that is, only the latest of its kind is kept. */
	readonly details?: unknown;
};

/** The command line that makes a result again, together with `--as-of`. */
export type AnalysisInputs = {
	readonly command: string;
	readonly operands?: readonly string[];
	/** Values by the flags' names in camel case; `true` for one that takes none. */
	readonly flags: Readonly<Record<string, string | true>>;
};

export type KeptResult = AnalysisResult & {readonly resultId: number};

/** A result without what it says. */
export type KeptResultHead = Omit<KeptResult, 'inputs' | 'result' | 'details'>;

/** How many of each what and subject are kept at least. */
const latestKept = 200;

/** For as long the last one of each business day is kept besides. */
const daysKept = 366;

/**
 * Keeps a result, and of its kind the latest 200 and the last of each business day for a year, so
 * that weeks of running stay small. One that says what the last one of the same day and inputs said takes
 * its place.
 *
 * @returns its id
 */
export const keepResult = ({db, zone}: Store) => {
	const insert = db.prepare(`
		INSERT INTO analysis_results
			(what, subject, made_at, as_of, date_id, span_from, span_to, model, elapsed_ms, inputs, result, details)
		VALUES
			(@what, @subject, @madeAt, @asOf, @dateId, @spanFrom, @spanTo, @model, @elapsedMs, @inputs, @result,
			@details)
	`);
	const renew = db
		.prepare<[Record<string, unknown>], number>(`
			UPDATE analysis_results
			SET made_at = @madeAt, as_of = @asOf, elapsed_ms = @elapsedMs, details = @details
			WHERE result_id = (
				SELECT result_id FROM analysis_results
				WHERE what = @what AND subject = @subject AND inputs = @inputs
				ORDER BY as_of DESC, result_id DESC
				LIMIT 1
			) AND as_of <= @asOf AND date_id = @dateId AND result = @result
				AND span_from IS @spanFrom AND span_to IS @spanTo AND model IS @model
			RETURNING result_id
		`)
		.pluck();
	const forgetDetails = db.prepare(`
		UPDATE analysis_results SET details = NULL
		WHERE what = @what AND subject = @subject AND details IS NOT NULL AND result_id <> (
			SELECT result_id FROM analysis_results
			WHERE what = @what AND subject = @subject AND details IS NOT NULL
			ORDER BY as_of DESC, result_id DESC
			LIMIT 1
		)
	`);
	const prune = db.prepare(`
		WITH kind AS (
			SELECT result_id, date_id, max(date_id) OVER () AS last_date,
				row_number() OVER (ORDER BY result_id DESC) AS place,
				row_number() OVER (PARTITION BY date_id ORDER BY as_of DESC, result_id DESC) AS place_of_day
			FROM analysis_results
			WHERE what = @what AND subject = @subject
		)
		DELETE FROM analysis_results WHERE result_id IN (
			SELECT result_id FROM kind
			WHERE place > ${latestKept} AND (place_of_day > 1 OR date_id <= last_date - ${daysKept})
		)
	`);

	return (result: AnalysisResult) =>
		db
			.transaction(() => {
				const {what, subject, madeAt, asOf, span, model, elapsedMs} = result;
				const row = {
					...{what, subject, madeAt, asOf},
					dateId: localDay(zone, asOf),
					spanFrom: span?.from ?? null,
					spanTo: span?.to ?? null,
					model: model ?? null,
					elapsedMs: Math.round(elapsedMs),
					inputs: JSON.stringify(result.inputs),
					result: JSON.stringify(result.result),
					details: result.details === undefined ? null : JSON.stringify(result.details),
				};
				const resultId = renew.get(row) ?? Number(insert.run(row).lastInsertRowid);
				forgetDetails.run({what, subject});
				prune.run({what, subject});
				return resultId;
			})
			.immediate();
};

type HeadRow = {
	readonly resultId: number;
	readonly what: string;
	readonly subject: string;
	readonly madeAt: number;
	readonly asOf: number;
	readonly spanFrom: number | null;
	readonly spanTo: number | null;
	readonly model: string | null;
	readonly elapsedMs: number;
};

type WholeRow = HeadRow & {
	readonly inputs: string;
	readonly result: string;
	readonly details: string | null;
};

const headColumns = `result_id AS resultId, what, subject, made_at AS madeAt, as_of AS asOf,
	span_from AS spanFrom, span_to AS spanTo, model, elapsed_ms AS elapsedMs`;

/** What is known of kept results. */
export const keptResults = (db: Database) => {
	const latest = db.prepare<{what: string; subject: string; asOf: number; inputs: string | null}, WholeRow>(`
		SELECT ${headColumns}, inputs, result, details FROM analysis_results
		WHERE what = @what AND subject = @subject AND as_of <= @asOf AND (@inputs IS NULL OR inputs = @inputs)
		ORDER BY as_of DESC, result_id DESC
		LIMIT 1
	`);
	const list = db.prepare<{what: string | null; limit: number}, HeadRow>(`
		SELECT ${headColumns} FROM analysis_results
		WHERE @what IS NULL OR what = @what
		ORDER BY made_at DESC, result_id DESC
		LIMIT @limit
	`);
	const find = db.prepare<[number], WholeRow>(`
		SELECT ${headColumns}, inputs, result, details FROM analysis_results WHERE result_id = ?
	`);

	return {
		/**
		 * The one made for the latest moment that is not after `asOf`.
		 *
		 * @param inputs only such as were made by this very command line
		 */
		latest(what: string, subject: string, asOf: number, inputs?: AnalysisInputs): KeptResult | undefined {
			const row = latest.get({what, subject, asOf, inputs: inputs ? JSON.stringify(inputs) : null});
			return row && wholeOf(row);
		},
		/** The last made first. */
		list: (limit: number, what?: string): KeptResultHead[] =>
			list.all({what: what ?? null, limit}).map(headOf),
		find(resultId: number): KeptResult | undefined {
			const row = find.get(resultId);
			return row && wholeOf(row);
		},
	};
};

function headOf({
	resultId,
	what,
	subject,
	madeAt,
	asOf,
	spanFrom,
	spanTo,
	model,
	elapsedMs,
}: HeadRow): KeptResultHead {
	return {
		...{resultId, what, subject, madeAt, asOf, elapsedMs},
		span: spanFrom === null || spanTo === null ? undefined : {from: spanFrom, to: spanTo},
		model: model ?? undefined,
	};
}

function wholeOf(row: WholeRow): KeptResult {
	const {inputs, result, details} = row;
	return {
		...headOf(row),
		inputs: JSON.parse(inputs),
		result: JSON.parse(result),
		...(details !== null && {details: JSON.parse(details)}),
	};
}
