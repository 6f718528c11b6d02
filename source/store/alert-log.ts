import type {Database} from 'better-sqlite3';

/** The last alert of a rule. Times are UTC milliseconds. */
export type LoggedAlert = {
	readonly raisedAt: number;
	/** Absent while it goes on. */
	readonly clearedAt: number | undefined;
};

/** The log of alerts in the database. */
export const alertLog = (db: Database) => {
	const last = db.prepare<[string], {raisedAt: number; clearedAt: number | null}>(
		'SELECT raised_at AS raisedAt, cleared_at AS clearedAt FROM alerts WHERE rule = ? ORDER BY alert_id DESC LIMIT 1',
	);
	const raise = db.prepare('INSERT INTO alerts (rule, raised_at, message) VALUES (@rule, @at, @message)');
	const clear = db.prepare(
		'UPDATE alerts SET cleared_at = max(raised_at, @at) WHERE rule = @rule AND cleared_at IS NULL',
	);

	return {
		lastOf(rule: string): LoggedAlert | undefined {
			const row = last.get(rule);
			return row && {raisedAt: row.raisedAt, clearedAt: row.clearedAt ?? undefined};
		},
		raise: (rule: string, at: number, message: string) => {
			raise.run({rule, at, message});
		},
		clear: (rule: string, at: number) => {
			clear.run({rule, at});
		},
	};
};
