import {durationWords} from '../../duration.ts';

/** How often sales come, in words that stay the same while the pace does. */
export function paceOf(intervalMs: number): string {
	if (intervalMs < 1000) {
		return `${Math.round(1000 / intervalMs)} sales / s`;
	}
	return `1 sale / ${durationWords(intervalMs)}`;
}
