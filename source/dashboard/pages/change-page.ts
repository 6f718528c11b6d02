import type {Database} from 'better-sqlite3';
import {type ExplainedChange, openChangeExplainer} from '../explain-change.ts';
import type {Ledger} from '../ledger.ts';
import type {Matcher} from '../matcher.ts';
import type {ChangePage} from '../page.ts';
import {pauseTelling, runAllInSlices} from '../turns.ts';
import type {ReadPage} from './page-asked.ts';

/** An explanation is kept for so many times as long as it took, so that a large one is not made with each sale. */
const keptTimes = 20;

type Kept = {
	readonly change: ExplainedChange;
	readonly windowFrom: number;
	readonly matcher: Matcher | undefined;
	readonly madeAt: number;
	readonly tookMs: number;
};

/** Reads why the revenue of a window moved, in slices, and again when it is no longer fresh. */
export function openChangePages(db: Database): ReadPage<'change'> {
	const explain = openChangeExplainer(db);
	let kept: Kept | undefined;

	const readAgain = async (
		{window: {span, comparisons}, matcher}: Ledger,
		onProgress: (share: number) => void,
	): Promise<Kept> => {
		const startedAt = performance.now();
		const work = explain(span, comparisons.before, matcher);
		let change: ExplainedChange | undefined;
		const explaining = function* () {
			change = yield* work;
		};
		await runAllInSlices([explaining], pauseTelling(onProgress));
		const madeAt = performance.now();
		return {change: change!, windowFrom: span.from, matcher, madeAt, tookMs: madeAt - startedAt};
	};

	return async ({read, ledger, onProgress}): Promise<ChangePage> => {
		const isFresh =
			kept &&
			kept.windowFrom === ledger.window.span.from &&
			kept.matcher === ledger.matcher &&
			performance.now() - kept.madeAt < keptTimes * kept.tookMs;
		kept = kept && isFresh ? kept : await readAgain(ledger, onProgress);
		return {...read, kind: 'change', change: kept.change};
	};
}
