import type {WriteStream} from 'node:tty';
import {cellDiff} from '../views/cells/cell-diff.ts';
import {type Cell, createCellGrid} from '../views/cells/cell-grid.ts';
import {withFlashes} from '../views/cells/flashes.ts';
import {byteBudget} from './byte-budget.ts';

type Cells = readonly (readonly Cell[])[];

const wipe = '\u001B[2J';
const [openScreen, leaveScreen] = ['\u001B[?1049h', '\u001B[?1049l'];

/** Frames larger than this are shown by the terminal in one go; smaller ones are anyway. */
const synchronizedFrom = 512;

/** How long a changed digit stands out. */
const flashMs = 400;

/** With less, nothing flashes: a flash is sent twice. */
const flashesFromBytesPerSecond = 2000;

/** With less, there are only so many lines, so that those are current. */
const leanBelowBytesPerSecond = 400;
const leanRows = 14;

export type ThriftOptions = {
	/** How much may be sent; absent where the line takes what comes. */
	readonly bytesPerSecond?: number | undefined;
	/** SGR parameters of the colour in which changed digits flash; absent where they do not. */
	readonly flashColor?: () => string | undefined;
	/** Hears how much was sent. */
	readonly onSent?: ((bytes: number) => void) | undefined;
	/** Milliseconds that only grow. */
	readonly now?: () => number;
};

/**
 * A terminal that is sent only the cells that have changed. Ink sends a changed line from its first
 * changed column on; of a line with panels side by side that is most of it, whatever changed.
 *
 * While the terminal cannot take more, as over a slow line, frames are not queued: when it can, it is
 * sent what turns what it shows into the latest one. A budget of bytes is kept by a ladder: nothing
 * flashes; fewer frames, because each waits until the line has had the time for the one before; frames
 * in parts, the upper lines first; and with very little, fewer lines at all.
 */
export function thriftyStdout(
	terminal: WriteStream,
	{bytesPerSecond, flashColor, onSent, now = () => performance.now()}: ThriftOptions = {},
): WriteStream {
	const isLean = bytesPerSecond !== undefined && bytesPerSecond < leanBelowBytesPerSecond;
	const flashes = (bytesPerSecond ?? Number.POSITIVE_INFINITY) >= flashesFromBytesPerSecond;
	const budget = bytesPerSecond === undefined ? undefined : byteBudget(bytesPerSecond, now);
	const rowsOf = (rows: number) => (isLean ? Math.min(rows, leanRows) : rows);
	const size = () => ({columns: terminal.columns || 80, rows: rowsOf(terminal.rows || 24)});
	const grid = createCellGrid(size().columns, size().rows);
	/** What the terminal shows, and what it should show: for a moment with flashes, and without. */
	let shown: Cells = [];
	let wanted: Cells = [];
	let calm: Cells = [];
	let unsent = '';
	let isOpen = true;
	let waiting: NodeJS.Timeout | undefined;
	let fading: NodeJS.Timeout | undefined;

	const put = (output: string) => {
		if (output !== '') {
			terminal.write(output);
			budget?.spend(output);
			onSent?.(Buffer.byteLength(output));
		}
	};
	const send = () => {
		if (terminal.writableNeedDrain) {
			return;
		}
		if (grid.takeReset()) {
			shown = [];
		}
		const controls = unsent;
		unsent = '';
		const waitMs = budget?.waitMs() ?? 0;
		if (!isOpen || waitMs > 0) {
			put(controls);
			if (isOpen) {
				clearTimeout(waiting);
				waiting = setTimeout(send, waitMs);
			}
			return;
		}
		const reached = budget ? upperPart(shown, wanted, budget.partBytes) : wanted;
		const drawing = cellDiff(shown, reached);
		shown = reached;
		put(controls + (drawing.length >= synchronizedFrom ? `\u001B[?2026h${drawing}\u001B[?2026l` : drawing));
		if (reached !== wanted) {
			clearTimeout(waiting);
			waiting = setTimeout(send, budget?.waitMs());
		}
	};
	const fade = () => {
		wanted = calm;
		send();
	};
	terminal.on('drain', send);
	terminal.on('resize', () => {
		grid.resize(size().columns, size().rows);
		// What a terminal makes of its lines when its size changes is its own secret.
		unsent += wipe;
	});

	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		const controls = grid.write(String(chunk));
		unsent += controls;
		if (controls.includes(leaveScreen) || controls.includes(openScreen)) {
			// Whatever waits was meant for a screen that is not there any more.
			isOpen = controls.lastIndexOf(openScreen) > controls.lastIndexOf(leaveScreen);
			clearTimeout(waiting);
			clearTimeout(fading);
		}
		const frame = grid.rows.map(row => [...row]);
		const color = flashes ? flashColor?.() : undefined;
		wanted = color === undefined ? frame : withFlashes(calm, frame, color);
		calm = frame;
		if (wanted !== frame && isOpen) {
			clearTimeout(fading);
			fading = setTimeout(fade, flashMs);
		}
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
			// Never 0, with which Ink would look for the size elsewhere, for each frame.
			if (property === 'rows' || property === 'columns') {
				return size()[property];
			}
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}

/** The screen on the way from one to another that so many bytes lead to, the upper lines first: one at least. */
function upperPart(shown: Cells, wanted: Cells, bytes: number): Cells {
	if (Buffer.byteLength(cellDiff(shown, wanted)) <= bytes) {
		return wanted;
	}
	const reached = wanted.map((_, y) => shown[y] ?? []);
	let used = 0;
	for (const [y, row] of wanted.entries()) {
		const before = [...reached];
		reached[y] = row;
		const cost = Buffer.byteLength(cellDiff(before, reached));
		if (used > 0 && used + cost > bytes) {
			reached[y] = before[y]!;
			return reached;
		}
		used += cost;
	}
	return wanted;
}
