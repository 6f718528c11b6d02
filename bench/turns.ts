/** Watches for how long at a stretch this thread answers nothing else. */
export function watchTurns(): {readonly stop: () => number} {
	let longest = 0;
	let last = performance.now();
	let isOver = false;
	const turn = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isOver) {
			setImmediate(turn);
		}
	};
	setImmediate(turn);
	return {
		/** @returns the longest stretch so far, in milliseconds */
		stop() {
			isOver = true;
			return Math.max(longest, performance.now() - last);
		},
	};
}
