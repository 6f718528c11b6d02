/** Keeps what is sent within so many bytes a second. */
export type ByteBudget = {
	/** How much may be sent in one go: what the budget allows in half a second, so that keys are answered soon. */
	readonly partBytes: number;
	/** Milliseconds until the line has had the time for what was sent; 0 when it has. */
	readonly waitMs: () => number;
	readonly spend: (output: string) => void;
};

const partS = 0.5;

/** @param now milliseconds that only grow */
export function byteBudget(bytesPerSecond: number, now: () => number): ByteBudget {
	let freeAt = Number.NEGATIVE_INFINITY;
	return {
		partBytes: bytesPerSecond * partS,
		waitMs: () => Math.max(0, Math.ceil(freeAt - now())),
		spend(output) {
			freeAt = Math.max(freeAt, now()) + (Buffer.byteLength(output) / bytesPerSecond) * 1000;
		},
	};
}

/** The least that shows anything at all in time, and more than any line needs. */
const [least, most] = [50, 1e9];

/**
 * Reads bytes a second, such as `2000` or `2k`.
 *
 * @throws RangeError that says how to write it
 */
export function parseByteRate(text: string): number {
	const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([km])?$/i.exec(text.trim()) ?? [];
	const bytes = Number(amount) * {k: 1e3, m: 1e6, '': 1}[(unit ?? '').toLowerCase() as 'k' | 'm' | ''];
	if (!(bytes >= least && bytes <= most)) {
		throw new RangeError(`write bytes a second from ${least} on, such as 2000 or 2k`);
	}
	return bytes;
}
