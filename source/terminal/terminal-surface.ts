import type {WriteStream} from 'node:tty';
import {createCellCanvas} from '../views/cells/cell-canvas.ts';
import type {Surface} from '../views/surface.tsx';
import {createCellSender, type SendingOptions} from './cell-sender.ts';
import {modesOnlyStdout} from './modes-only-stdout.ts';

/** Between two frames: one sale more is not worth a picture more. */
const leastFrameMs = 50;

/** With less, there are only so many lines, so that those are current. */
const leanBelowBytesPerSecond = 400;
const leanRows = 14;

export type SurfaceOptions = SendingOptions & {
	/** Hears how long each frame took to draw, in milliseconds. */
	readonly onDraw?: ((ms: number) => void) | undefined;
};

export type TerminalSurface = Surface & {
	/** For Ink. */
	readonly stdout: WriteStream;
	/** Sends the whole frame again. */
	readonly redraw: () => void;
	readonly stop: () => void;
};

/** What frames are drawn on in a terminal: it is sent what has changed, not more often than the eye sees. */
export function terminalSurface(terminal: WriteStream, options: SurfaceOptions = {}): TerminalSurface {
	const {bytesPerSecond, onDraw, now = () => performance.now()} = options;
	const isLean = bytesPerSecond !== undefined && bytesPerSecond < leanBelowBytesPerSecond;
	const size = () => {
		const rows = terminal.rows || 24;
		return {columns: terminal.columns || 80, rows: isLean ? Math.min(rows, leanRows) : rows};
	};
	const canvas = createCellCanvas();
	const sender = createCellSender(terminal, options);
	let drawnAt = Number.NEGATIVE_INFINITY;
	let next: NodeJS.Timeout | undefined;

	const draw = () => {
		clearTimeout(next);
		next = undefined;
		drawnAt = now();
		const {columns, rows} = size();
		sender.show(canvas.frame(columns, rows));
	};
	const drawSoon = () => {
		const waitMs = drawnAt + leastFrameMs - now();
		if (waitMs <= 0) {
			draw();
		} else {
			next ??= setTimeout(draw, waitMs);
		}
	};
	const onResize = () => {
		sender.forget();
		// Not at once: the frame that fits the new size is about to be drawn.
		drawnAt = now();
		drawSoon();
	};
	terminal.on('resize', onResize);

	return {
		stdout: modesOnlyStdout(terminal, {size, onModes: sender.sendModes}),
		region: canvas.region,
		show(startedAt) {
			if (canvas.isChanged()) {
				drawSoon();
			}
			onDraw?.(now() - startedAt);
		},
		redraw() {
			sender.forget();
			drawSoon();
		},
		stop() {
			clearTimeout(next);
			sender.stop();
			terminal.off('resize', onResize);
		},
	};
}
