/** How the program itself is doing. What is not known yet is absent. */
export type Vitals = {
	readonly orders: number;
	readonly lines: number;
	/** Of the database with its log. */
	readonly fileBytes: number;
	/** How long the last reads of a dashboard took. */
	readonly read: Spread | undefined;
	/** How long the last frames took to draw. */
	readonly draw: Spread | undefined;
	/** Sent to the terminal, over the last ten seconds. */
	readonly bytesPerSecond: number;
};

/** Of durations, in milliseconds. */
export type Spread = {readonly median: number; readonly p95: number};
