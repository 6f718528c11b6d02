import type {Zone} from '../business-time.ts';
import type {Filter} from '../filter.ts';
import {defaultWindow, isSpan, type WindowName, writtenSpan} from './window-name.ts';

/** What is asked for: which span of time, as of when, of which sales. */
export type Scope = {
	readonly window: WindowName;
	/** UTC milliseconds of the first moment that no longer counts; absent for the present. */
	readonly asOf: number | undefined;
	readonly filter: Filter;
	/** How many times as fast as life the past is played; absent while it stands. */
	readonly speed: number | undefined;
};

/** One for all, so that what is asked stays the same object. */
const noFilter: Filter = [];

/** Everything at present. */
export function presentScope(window: WindowName = defaultWindow): Scope {
	return {window, asOf: undefined, filter: noFilter, speed: undefined};
}

/** The moment that a scope is about; a window that ended is as of its end. */
export function momentOf({window, asOf}: Scope, present: number, zone: Zone): number {
	const end = isSpan(window) ? writtenSpan(window, zone).to : present;
	return Math.min(asOf ?? present, end, present);
}

/** Another window, as of the same moment; one that stands still has a moment of its own. */
export function withWindow(scope: Scope, window: WindowName): Scope {
	const asOf = isSpan(window) || isSpan(scope.window) ? undefined : scope.asOf;
	return {...scope, window, asOf, speed: undefined};
}

/** Back to the present; from there, back to all sales. */
export function leave(scope: Scope): Scope {
	if (scope.asOf !== undefined || isSpan(scope.window)) {
		const window = isSpan(scope.window) ? defaultWindow : scope.window;
		return {...scope, window, asOf: undefined, speed: undefined};
	}
	return scope.filter.length > 0 ? {...scope, filter: noFilter} : scope;
}
