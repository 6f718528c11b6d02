import type {WriteStream} from 'node:tty';
import {createCellCanvas} from '../views/cells/cell-canvas.ts';
import {cellDiff} from '../views/cells/cell-diff.ts';
import {withFlashes} from '../views/cells/flashes.ts';
import type {Cells} from '../views/cells/styled-cells.ts';
import type {Surface} from '../views/surface.tsx';
import {byteBudget} from './byte-budget.ts';

const wipe = '\u001B[2J';
const [openScreen, leaveScreen] = ['\u001B[?1049h', '\u001B[?1049l'];

/** Modes, such as the one that hides the cursor; not the one that holds a frame back, which is ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is written to with.
const modes = /\u001B(?!\[\?2026)\[[?<=>][\d;]*[A-Za-z]/g;

/** Frames larger than this are shown by the terminal in one go; smaller ones are anyway. */
const synchronizedFrom = 512;

/** Between two frames: one sale more is not worth a picture more. */
const leastFrameMs = 50;

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
	/** Hears how long each frame took to draw, in milliseconds. */
	readonly onDraw?: ((ms: number) => void) | undefined;
	/** Milliseconds that only grow. */
	readonly now?: () => number;
};

export type TerminalSurface = Surface & {
	/** For Ink: the modes that it asks for reach the terminal; what it draws does not. */
	readonly stdout: WriteStream;
	/** Sends the whole frame again. */
	readonly redraw: () => void;
};

/**
 * A terminal that is sent only the cells that have changed.
 *
 * While the terminal cannot take more, as over a slow line, frames are not queued: when it can, it is
 * sent what turns what it shows into the latest one. A budget of bytes is kept by a ladder: nothing
 * flashes; fewer frames, because each waits until the line has had the time for the one before; frames
 * in parts, the upper lines first; and with very little, fewer lines at all.
 */
export function terminalSurface(
	terminal: WriteStream,
	{bytesPerSecond, flashColor, onSent, onDraw, now = () => performance.now()}: ThriftOptions = {},
): TerminalSurface {
	const isLean = bytesPerSecond !== undefined && bytesPerSecond < leanBelowBytesPerSecond;
	const flashes = (bytesPerSecond ?? Number.POSITIVE_INFINITY) >= flashesFromBytesPerSecond;
	const budget = bytesPerSecond === undefined ? undefined : byteBudget(bytesPerSecond, now);
	const rowsOf = (rows: number) => (isLean ? Math.min(rows, leanRows) : rows);
	const size = () => ({columns: terminal.columns || 80, rows: rowsOf(terminal.rows || 24)});
	const canvas = createCellCanvas();
	/** What the terminal shows, and what it should show: for a moment with flashes, and without. */
	let shown: Cells = [];
	let wanted: Cells = [];
	let calm: Cells = [];
	let unsent = '';
	/** Whether what the terminal shows is unknown, until the next frame is drawn. */
	let isForgotten = false;
	let isOpen = true;
	let drawnAt = Number.NEGATIVE_INFINITY;
	let next: NodeJS.Timeout | undefined;
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
		if (isForgotten) {
			// The frame there is was made for what the terminal was before.
			put(controls);
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
	const draw = () => {
		drawnAt = now();
		if (isForgotten) {
			isForgotten = false;
			unsent += wipe;
		}
		const {columns, rows} = size();
		const frame = canvas.frame(columns, rows);
		const color = flashes ? flashColor?.() : undefined;
		wanted = color === undefined ? frame : withFlashes(calm, frame, color);
		calm = frame;
		if (wanted !== frame && isOpen) {
			clearTimeout(fading);
			fading = setTimeout(fade, flashMs);
		}
		send();
	};
	const drawSoon = () => {
		const waitMs = drawnAt + leastFrameMs - now();
		if (next === undefined && waitMs > 0) {
			next = setTimeout(() => {
				next = undefined;
				draw();
			}, waitMs);
		} else if (next === undefined) {
			draw();
		}
	};
	/** What stands on the screen is unknown. */
	const forget = () => {
		isForgotten = true;
		shown = [];
		calm = [];
		clearTimeout(fading);
	};
	terminal.on('drain', send);
	terminal.on('resize', () => {
		forget();
		// Not at once: the frame that fits the new size is about to be drawn.
		drawnAt = now();
		drawSoon();
	});

	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		const controls = String(chunk).match(modes)?.join('') ?? '';
		unsent += controls;
		if (controls.includes(leaveScreen) || controls.includes(openScreen)) {
			// Whatever waits was meant for a screen that is not there any more.
			isOpen = controls.lastIndexOf(openScreen) > controls.lastIndexOf(leaveScreen);
			shown = [];
			isForgotten = false;
			clearTimeout(next);
			next = undefined;
			clearTimeout(waiting);
			clearTimeout(fading);
		}
		send();
		const done = rest.at(-1);
		if (typeof done === 'function') {
			// Behind what was sent, so that whoever waits for it waits for all.
			terminal.write('', () => done());
		}
		return !terminal.writableNeedDrain;
	};
	const stdout = new Proxy(terminal, {
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
	return {
		stdout,
		redraw() {
			forget();
			drawSoon();
		},
		region: canvas.region,
		show(startedAt) {
			if (canvas.isChanged()) {
				drawSoon();
			}
			onDraw?.(now() - startedAt);
		},
	};
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
