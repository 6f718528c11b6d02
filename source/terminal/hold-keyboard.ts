import process from 'node:process';

/**
 * Keeps what is typed before the screen is there from being written where it will be: it waits to be read.
 * Ctrl-C waits too, so it must not last without somebody who reads.
 *
 * @returns lets go of the keyboard, where a screen has not done so already
 */
export function holdKeyboard({stdin, stdout, env} = process): () => void {
	if (!stdin.isTTY || !stdout.isTTY || env.TERM === 'dumb') {
		return () => {};
	}
	stdin.setRawMode(true);
	return () => {
		if (stdin.isRaw) {
			stdin.setRawMode(false);
		}
	};
}

const ctrlC = '\u0003';

/**
 * Drops what is typed, but for Ctrl-C.
 *
 * @returns ends it
 */
export function dropKeys(onCtrlC: () => void, {stdin} = process): () => void {
	if (!stdin.isTTY || !stdin.isRaw) {
		return () => {};
	}
	const hear = (typed: Buffer) => {
		if (typed.includes(ctrlC)) {
			onCtrlC();
		}
	};
	stdin.on('data', hear);
	return () => {
		stdin.off('data', hear);
		stdin.pause();
	};
}
