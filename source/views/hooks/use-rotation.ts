import {useCallback, useEffect, useRef} from 'react';

/** Whoever has pressed a key has so long to read before the views go on by themselves. */
export const restMs = 60_000;

/**
 * Turns to the next view every so often, as long as nobody presses keys.
 *
 * @param everyMs without it nothing turns
 * @param turn must stay the same
 * @returns what to call when a key is pressed
 */
export function useRotation(everyMs: number | undefined, turn: () => void): () => void {
	const rests = useRef(0);
	useEffect(() => {
		if (everyMs === undefined) {
			return undefined;
		}
		const timer = setInterval(() => {
			if (rests.current > 0) {
				rests.current--;
			} else {
				turn();
			}
		}, everyMs);
		return () => clearInterval(timer);
	}, [everyMs, turn]);
	return useCallback(() => {
		rests.current = everyMs === undefined ? 0 : Math.ceil(restMs / everyMs);
	}, [everyMs]);
}
