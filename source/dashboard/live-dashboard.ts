import type {Dashboard} from './dashboard.ts';
import type {WindowName} from './window.ts';

/** What a screen shows right now. A new object whenever anything in it changes. */
export type LiveState = {
	/** Absent until the first read is done. Keeps the last good one while another is on its way. */
	readonly dashboard: Dashboard | undefined;
	/** The window asked for; `dashboard.window` may still be the one before. */
	readonly windowName: WindowName;
	/** Share done, 0 to 1, of a read that takes longer than a moment. */
	readonly reading: number | undefined;
	/** Why the latest read failed, in words; the next read that succeeds clears it. */
	readonly problem: string | undefined;
};

/** A dashboard kept current: read again when the database changed or the window slid. */
export type LiveDashboard = {
	readonly getSnapshot: () => LiveState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly setWindow: (name: WindowName) => void;
	/** Reads now, if anything changed. */
	readonly refresh: () => Promise<void>;
	readonly stop: () => void;
};
