import type {Formats} from '../../format.ts';
import type {ProducerState} from '../producer-control.ts';
import type {Theme} from '../theme/theme.ts';
import {paceOf} from './pace.ts';

/** How fast sales come, or what is played how fast and how far it has come. */
export function producerPace(
	{intervalMs, replay}: ProducerState,
	{theme, formats}: {readonly theme: Theme; readonly formats: Formats},
): string {
	if (replay) {
		const {speed, at} = replay;
		return `replay ${theme.glyphs.times} ${speed}, ${formats.fullDate(at)} ${formats.time(at)}`;
	}
	return intervalMs === undefined ? '' : paceOf(intervalMs);
}

/** That nothing comes any more, and why; empty while sales come. */
export function standstillText({isRunning, replay}: ProducerState): string {
	if (isRunning) {
		return '';
	}
	if (!replay) {
		return 'producer stopped';
	}
	return replay.isOver ? 'replay has ended, P plays it again' : 'replay stopped';
}
