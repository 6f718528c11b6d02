import {closeSync, openSync, writeSync} from 'node:fs';
import {csvLine} from '../../ingest/formats/csv-line.ts';

/** A CSV file that is being written. */
export type LineFile = {
	readonly write: (values: readonly string[]) => void;
	readonly close: () => void;
};

/** Characters that are kept before they are written. */
const flushAt = 1 << 20;

/** Makes a file anew, beginning with its header. */
export function openLineFile(file: string, header: readonly string[]): LineFile {
	const target = openSync(file, 'w');
	let text = `${csvLine(header)}\n`;
	const flush = () => {
		writeSync(target, text);
		text = '';
	};
	return {
		write(values) {
			text += `${csvLine(values)}\n`;
			if (text.length > flushAt) {
				flush();
			}
		},
		close() {
			flush();
			closeSync(target);
		},
	};
}
