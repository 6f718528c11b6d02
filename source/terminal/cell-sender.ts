import type {WriteStream} from 'node:tty';
import {cellDiff} from '../views/cells/cell-diff.ts';
import {withFlashes} from '../views/cells/flashes.ts';
import type {Cells} from '../views/cells/styled-cells.ts';
import {byteBudget} from './byte-budget.ts';

const wipe = '\u001B[2J';
const [openScreen, leaveScreen] = ['\u001B[?1049h', '\u001B[?1049l'];

/** Frames larger than this are shown by the terminal in one go; smaller ones are anyway. */
const synchronizedFrom = 512;

/** How long a changed digit stands out. */
const flashMs = 400;

/** With less, nothing flashes: a flash is sent twice. */
const flashesFromBytesPerSecond = 2000;

export type SendingOptions = {
	/** How much may be sent; absent where the line takes what comes. */
	readonly bytesPerSecond?: number | undefined;
	/** SGR parameters of the colour in which changed digits flash; absent where they do not. */
	readonly flashColor?: () => string | undefined;
	/** Hears how much was sent. */
	readonly onSent?: ((bytes: number) => void) | undefined;
	/** Milliseconds that only grow. */
	readonly now?: () => number;
};

export type CellSender = {
	/** Makes the terminal show the frame, at once or as soon as it can. */
	readonly show: (frame: Cells) => void;
	/** Sends sequences that do not draw. */
	readonly sendModes: (sequences: string) => void;
	/** What the terminal shows is unknown: nothing more of this frame is sent, and the next one whole. */
	readonly forget: () => void;
	readonly stop: () => void;
};

/**
 * Sends a terminal only the cells that have changed.
 *
 * While the terminal cannot take more, as over a slow line, frames are not queued: when it can, it is
 * sent what turns what it shows into the latest one. A budget of bytes is kept by a ladder: nothing
 * flashes; fewer frames, because each waits until the line has had the time for the one before; and
 * frames in parts, the upper lines first.
 */
export function createCellSender(
	terminal: WriteStream,
	{bytesPerSecond, flashColor, onSent, now = () => performance.now()}: SendingOptions,
): CellSender {
	const flashes = (bytesPerSecond ?? Number.POSITIVE_INFINITY) >= flashesFromBytesPerSecond;
	const budget = bytesPerSecond === undefined ? undefined : byteBudget(bytesPerSecond, now);
	/** What the terminal shows, and what it should show: for a moment with flashes, and without. */
	let shown: Cells = [];
	let wanted: Cells = [];
	let calm: Cells = [];
	let unsent = '';
	/** Until the next frame. */
	let isForgotten = false;
	/** Whether the screen is ours. */
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
	const sendLater = (ms: number | undefined) => {
		clearTimeout(waiting);
		waiting = setTimeout(send, ms);
	};
	const send = () => {
		if (terminal.writableNeedDrain) {
			return;
		}
		const modes = unsent;
		unsent = '';
		const waitMs = budget?.waitMs() ?? 0;
		if (!isOpen || isForgotten || waitMs > 0) {
			put(modes);
			if (isOpen && waitMs > 0) {
				sendLater(waitMs);
			}
			return;
		}
		const reached = budget ? upperPart(shown, wanted, budget.partBytes) : wanted;
		const drawing = cellDiff(shown, reached);
		shown = reached;
		put(modes + (drawing.length >= synchronizedFrom ? `\u001B[?2026h${drawing}\u001B[?2026l` : drawing));
		if (reached !== wanted) {
			sendLater(budget?.waitMs());
		}
	};
	const fade = () => {
		wanted = calm;
		send();
	};
	const endTimers = () => {
		clearTimeout(waiting);
		clearTimeout(fading);
	};
	terminal.on('drain', send);

	return {
		show(frame) {
			if (isForgotten) {
				isForgotten = false;
				unsent += wipe;
			}
			const color = flashes ? flashColor?.() : undefined;
			wanted = color === undefined ? frame : withFlashes(calm, frame, color);
			calm = frame;
			if (wanted !== frame && isOpen) {
				clearTimeout(fading);
				fading = setTimeout(fade, flashMs);
			}
			send();
		},
		sendModes(sequences) {
			unsent += sequences;
			if (sequences.includes(leaveScreen) || sequences.includes(openScreen)) {
				// Whatever waits was meant for a screen that is not there any more.
				isOpen = sequences.lastIndexOf(openScreen) > sequences.lastIndexOf(leaveScreen);
				shown = [];
				isForgotten = false;
				endTimers();
			}
			send();
		},
		forget() {
			isForgotten = true;
			shown = [];
			calm = [];
			clearTimeout(fading);
		},
		stop() {
			endTimers();
			terminal.off('drain', send);
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
