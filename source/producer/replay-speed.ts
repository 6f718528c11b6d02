/** The slowest and fastest that orders are played: a tenth of their own pace, and 11 days in a second. */
const [slowest, fastest] = [0.1, 1_000_000];

/**
 * Reads how many times as fast as they were orders are played, such as `60` or `60x`.
 *
 * @throws RangeError that says how to write it
 */
export function parseSpeed(text: string): number {
	const speed = Number(/^(\d+(?:\.\d+)?)\s*[x×]?$/i.exec(text.trim())?.[1]);
	if (!(speed >= slowest && speed <= fastest)) {
		throw new RangeError(
			`write how many times as fast, from ${slowest} to ${fastest}, such as 60: a minute in a second`,
		);
	}
	return speed;
}

/** Up to a day in a second, and a week, a month. */
const ladder = [
	0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1200, 3600, 7200, 14_400, 43_200, 86_400, 604_800,
	1_000_000,
] as const;

/** The next step of the ladder upwards; the same where there is none. */
export function fasterSpeed(speed: number): number {
	return ladder.find(step => step > speed) ?? speed;
}

/** The next step of the ladder downwards; the same where there is none. */
export function slowerSpeed(speed: number): number {
	return ladder.findLast(step => step < speed) ?? speed;
}
