import process from 'node:process';
import type {Formats} from '../../../format.ts';
import {progressLine} from '../../command-line/progress-line.ts';
import type {RowsSoFar} from '../load-batches.ts';
import {showsProgress} from '../stage-sources.ts';

export type ImportProgress = {
	/** @param share read, 0 to 1 */
	readonly update: (share: number, rows: RowsSoFar) => void;
	/** Takes the line away. */
	readonly clear: () => void;
};

/** Tells in one line how far a source is loaded. */
export function importProgress(what: string, formats: Formats, isQuiet: boolean): ImportProgress {
	const line = progressLine(what, isQuiet && process.env[showsProgress] === undefined);
	const rate = rateNote(formats);
	return {
		clear: line.clear,
		update: (share, rows) => line.update(share, rate(share, rows)),
	};
}

/** Tells the rows that are loaded for good, or read as long as none is, how many are read a second, and the time left. */
function rateNote({count, shortCount}: Formats) {
	const startedAt = performance.now();
	return (share: number, {read, loaded}: RowsSoFar) => {
		const elapsedS = (performance.now() - startedAt) / 1000;
		const left = share > 0 ? Math.ceil((elapsedS / share) * (1 - share)) : 0;
		const rows = loaded > 0 ? `${count(loaded)} rows` : `${count(read)} read`;
		return `${rows}, ${shortCount(read / elapsedS)}/s, ${left} s left`;
	};
}
