import {openZone, type Zone} from '../../business-time.ts';
import {presentScope, type Scope} from '../../dashboard/scope.ts';
import {
	assertBegun,
	defaultWindow,
	parseWindow,
	type WindowName,
	windowNames,
} from '../../dashboard/window-name.ts';
import {type Filter, parseFilter} from '../../filter.ts';
import {namedMoment} from '../../parse-moment.ts';
import {filterNames} from '../../store/filter-names.ts';
import type {Store} from '../../store/open-store.ts';
import type {SavedView} from '../../views/saved-view.ts';
import {type Flags, type Given, UsageError} from '../command-line/command.ts';
import {checking, checkingFlag} from '../command-line/common-options.ts';
import {isMaskAsked, savedOption} from './saved-view-option.ts';

/** Which sales are shown: the flags of every command that shows a dashboard. */
export const scopeFlags = {
	window: {
		type: 'string',
		value: windowNames.join('|'),
		suggestions: windowNames,
		about: `span of time (${defaultWindow}); also such as 36h or 2026-11-01..2026-11-07`,
		setting: {fallback: defaultWindow, check: text => parseWindow(text, openZone('UTC'))},
	},
	from: {type: 'string', value: 'MOMENT', about: 'where the span begins, such as 2026-11-01'},
	to: {type: 'string', value: 'MOMENT', about: 'where it ends; a date means to its end (now)'},
	filter: {
		type: 'string',
		value: 'TERMS',
		about: 'only these sales, such as region=North,category=Toys; also product and customer',
	},
	asOf: {
		type: 'string',
		value: 'MOMENT',
		about: 'everything as it was then, such as at the end of 2026-11-20 (now)',
	},
} as const satisfies Flags;

/**
 * The scope with its filter, whose names are those of a database.
 *
 * @throws UsageError that names the flag and its value
 */
export function scopeOf(given: Given, store: Store, zone: Zone = store.zone): Scope {
	const saved = savedOption(given);
	return {
		...scopeOptions(given, zone),
		...(saved && savedSpan(saved, given)),
		filter: filterOption(given, store, saved?.filter),
	};
}

/**
 * @param saved what counts where the flag is not given
 * @throws UsageError that names the flag and its value
 */
export function filterOption(given: Given, store: Store, saved = ''): Filter {
	const filter = given.text('filter') ?? (saved || undefined);
	return filter === undefined
		? []
		: checkingFlag('filter', filter, text =>
				filterNames(store.db).resolve(parseFilter(text), isMaskAsked(given)),
			);
}

/** Of what was saved, what the command line does not say itself. */
function savedSpan({window, asOf}: SavedView, given: Given): Partial<Scope> {
	const isSpanGiven = given.own('window') !== undefined || given.own('from') !== undefined;
	return {
		...(!isSpanGiven && {window}),
		...(!isSpanGiven && given.own('asOf') === undefined && {asOf}),
	};
}

/** @throws UsageError that names the flag and its value */
export function windowOption(given: Given, zone: Zone): WindowName {
	return checkingFlag('window', given.text('window') ?? defaultWindow, text => parseWindow(text, zone));
}

/**
 * @param zone whose days and times the flags mean
 * @throws UsageError that names the flag and its value
 */
export function scopeOptions(given: Given, zone: Zone): Scope {
	const [from, to, asOf] = [given.text('from'), given.text('to'), given.text('asOf')];
	if ((from ?? to) !== undefined && given.own('window') !== undefined) {
		throw new UsageError('--window and --from or --to both say which span: give one of them');
	}
	if (from === undefined && to !== undefined) {
		throw new UsageError(`--to ${to}: say also --from when, or --as-of instead`);
	}
	return checking(() => {
		if (from !== undefined) {
			namedMoment('--from', from, zone);
		}
		if (to !== undefined) {
			namedMoment('--to', to, zone);
		}
		const window = from === undefined ? windowOption(given, zone) : parseWindow(`${from}..${to ?? ''}`, zone);
		if (given.text('clock') === undefined) {
			checkingFlag(from === undefined ? 'window' : 'from', from ?? window, () =>
				assertBegun(window, Date.now(), zone),
			);
		}
		return {
			...presentScope(window),
			asOf: asOf === undefined ? undefined : namedMoment('--as-of', asOf, zone),
		};
	});
}
