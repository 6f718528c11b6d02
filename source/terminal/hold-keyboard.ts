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

/**
 * Drops what is typed, but for keys that do something.
 *
 * @param acts by what the terminal sends for the key
 * @returns ends it
 */
export function dropKeys(acts: Readonly<Record<string, () => void>>, {stdin} = process): () => void {
	if (!stdin.isTTY || !stdin.isRaw) {
		return () => {};
	}
	const hear = (typed: Buffer) => {
		for (const [key, act] of Object.entries(acts)) {
			if (typed.includes(key)) {
				act();
			}
		}
	};
	stdin.on('data', hear);
	return () => {
		stdin.off('data', hear);
		stdin.pause();
	};
}
