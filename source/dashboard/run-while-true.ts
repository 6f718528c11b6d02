import type {Extent} from '../store/orders/extent.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import type {PastOptions} from './past-options.ts';
import {runInSlices, type Step} from './slices.ts';

/**
 * Works through steps that read the past, each slice perhaps in a transaction of its own.
 *
 * @param extent what there was when the read began
 * @returns whether all of it was read; `false` once the past was changed meanwhile
 */
export function runWhileTrue(
	steps: readonly Step[],
	extent: Extent,
	{window, questions, turns}: PastOptions,
): Promise<boolean> {
	return runInSlices(steps, async share => {
		const isRenewed = await turns.pauseApart(share);
		return !isRenewed || isStillTrue(extent, window.span.to, questions);
	});
}

/** Whether all that came after an extent is of that moment or later, and nothing else was changed. */
function isStillTrue(extent: Extent, now: number, questions: StoreQuestions): boolean {
	const {corrections, lastLineId} = questions.extent();
	const {lines, isEarly} = questions.arrivalsAbove(extent.lastOrderId, now);
	return corrections === extent.corrections && lastLineId - extent.lastLineId === lines && !isEarly;
}
