/** What was worth an alert: when it was raised and when it was over. */
export const alertsSchema = `
	CREATE TABLE alerts (
		alert_id INTEGER PRIMARY KEY,
		-- The name of the rule in the configuration.
		rule TEXT NOT NULL,
		raised_at INTEGER NOT NULL CHECK (raised_at >= 0),
		-- NULL while it goes on.
		cleared_at INTEGER CHECK (cleared_at >= raised_at),
		message TEXT NOT NULL
	) STRICT;

	CREATE INDEX alerts_by_rule ON alerts (rule, alert_id);
`;
