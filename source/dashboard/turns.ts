import {setImmediate} from 'node:timers/promises';
import {runInSlices, type Step} from './slices.ts';

/** How a long read gives way to keys, and its transaction to whoever writes. */
export type Turns = {
	/** @param share done, 0 to 1 */
	readonly pause: (share: number) => Promise<void>;
	/** The same, but a transaction that has lived long ends before and another begins after: `true` then. */
	readonly pauseApart: (share: number) => Promise<boolean>;
};

/** Works through all steps, pausing whenever a slice of time is over. */
export async function runAllInSlices(steps: readonly Step[], pause: Turns['pause']): Promise<void> {
	await runInSlices(steps, async share => {
		await pause(share);
		return true;
	});
}

/** Pauses for keys and frames, each time telling the share that is done. */
export function pauseTelling(onProgress: (share: number) => void): Turns['pause'] {
	return async share => {
		onProgress(share);
		await setImmediate();
	};
}
