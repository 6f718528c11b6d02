import process from 'node:process';
import type {WriteStream} from 'node:tty';

/**
 * Makes a terminal tell each of its resizes. Node tells those alone after which it finds another size: not
 * one that was taken back before it looked, though the terminal has cut its lines meanwhile.
 *
 * @returns what ends it
 */
export function tellEveryResize(terminal: WriteStream): () => void {
	let isTold = false;
	const onResize = () => {
		isTold = true;
	};
	// Node's own listener, which was there before, has told what it found.
	const onWindowChange = () => {
		if (!isTold) {
			terminal.emit('resize');
		}
		isTold = false;
	};
	terminal.on('resize', onResize);
	process.on('SIGWINCH', onWindowChange);
	return () => {
		terminal.off('resize', onResize);
		process.off('SIGWINCH', onWindowChange);
	};
}
