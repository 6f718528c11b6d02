import type {SavedView} from '../../views/saved-view.ts';
import type {Given} from '../command-line/command.ts';
import {checkingFlag} from '../command-line/common-options.ts';
import {isBuiltInView, savedViews} from './saved-views.ts';

/** @throws RangeError where there is no view of that name */
export function savedViewOf(name: string): SavedView | undefined {
	return isBuiltInView(name) ? undefined : savedViews.load(name);
}

/** Whether money and names of customers are masked: by the flag, or as the view was saved. */
export function isMaskAsked(given: Given): boolean {
	return given.has('mask') || (savedOption(given)?.isMasked === true && given.own('mask') !== false);
}

/**
 * What was saved under the name that `--view` gives; absent where it is a view of the program.
 *
 * @throws UsageError where there is no view of that name
 */
export function savedOption(given: Given): SavedView | undefined {
	const name = given.text('view');
	return name === undefined ? undefined : checkingFlag('view', name, savedViewOf);
}
