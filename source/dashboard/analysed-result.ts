import type {Analysed} from './analyses.ts';

/** What an analysis found, though that may be that there is too little data. */
export function foundResult<Result>(analysed: Analysed<Result>): Result | undefined {
	return analysed.status === 'found' ? analysed.result : undefined;
}

/** What an analysis found, where it had enough to go by. */
export function readyResult<Result extends {readonly status: string}>(
	analysed: Analysed<Result>,
): Extract<Result, {status: 'ready'}> | undefined {
	const result = foundResult(analysed);
	return result && isReady(result) ? result : undefined;
}

function isReady<Result extends {readonly status: string}>(
	result: Result,
): result is Extract<Result, {status: 'ready'}> {
	return result.status === 'ready';
}
