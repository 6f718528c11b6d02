import type {WriteStream} from 'node:tty';
import {cellDiff} from '../views/cells/cell-diff.ts';
import {type Cell, createCellGrid} from '../views/cells/cell-grid.ts';

const wipe = '\u001B[2J';

/** Frames larger than this are shown by the terminal in one go; smaller ones are anyway. */
const synchronizedFrom = 512;

/**
 * A terminal that is sent only the cells that have changed. Ink sends a changed line from its first
 * changed column on; of a line with panels side by side that is most of it, whatever changed.
 *
 * While the terminal cannot take more, as over a slow line, frames are not queued: when it can, it is
 * sent what turns what it shows into the latest one.
 */
export function thriftyStdout(terminal: WriteStream): WriteStream {
	const size = () => ({columns: terminal.columns || 80, rows: terminal.rows || 24});
	const grid = createCellGrid(size().columns, size().rows);
	let shown: readonly (readonly Cell[])[] = [];
	let unsent = '';

	const send = () => {
		if (terminal.writableNeedDrain) {
			return;
		}
		if (grid.takeReset()) {
			shown = [];
		}
		const drawing = cellDiff(shown, grid.rows);
		shown = grid.rows.map(row => [...row]);
		const isLarge = drawing.length >= synchronizedFrom;
		const output = unsent + (isLarge ? `\u001B[?2026h${drawing}\u001B[?2026l` : drawing);
		unsent = '';
		if (output !== '') {
			terminal.write(output);
		}
	};
	terminal.on('drain', send);
	terminal.on('resize', () => {
		grid.resize(size().columns, size().rows);
		// What a terminal makes of its lines when its size changes is its own secret.
		unsent += wipe;
	});

	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		unsent += grid.write(String(chunk));
		send();
		const done = rest.at(-1);
		if (typeof done === 'function') {
			// Behind what was sent, so that whoever waits for it waits for all.
			terminal.write('', () => done());
		}
		return !terminal.writableNeedDrain;
	};
	return new Proxy(terminal, {
		get(target, property) {
			if (property === 'write') {
				return write;
			}
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
