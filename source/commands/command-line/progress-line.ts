import process from 'node:process';

export type ProgressLine = {
	/**
	 * @param share done, 0 to 1
	 * @param note what else there is to tell, in a few words
	 */
	readonly update: (share: number, note?: string) => void;
	/** Takes the line away. */
	readonly clear: () => void;
};

const barWidth = 24;

/** One line on a terminal's stderr that tells how far long work has come; silent elsewhere. */
export function progressLine(what: string, isQuiet: boolean): ProgressLine {
	const {stderr} = process;
	if (isQuiet || !stderr.isTTY) {
		return {update() {}, clear() {}};
	}
	let shown = '';
	return {
		update(share, note = '') {
			const filled = Math.round(share * barWidth);
			const percent = String(Math.floor(share * 100)).padStart(3);
			const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
			const line = `${what} ${bar} ${percent} % ${note}`.trimEnd().slice(0, (stderr.columns || 80) - 1);
			if (line !== shown) {
				stderr.write(`\r${line.padEnd(shown.length)}`);
				shown = line;
			}
		},
		clear() {
			if (shown !== '') {
				stderr.write(`\r${' '.repeat(shown.length)}\r`);
			}
		},
	};
}
