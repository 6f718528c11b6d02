import type {Zone} from '../business-time.ts';
import type {Filter} from '../filter.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import {advance, type Ledger} from './ledger.ts';
import {createMatcher} from './matcher.ts';
import type {NameBook} from './name-book.ts';
import {readMatching} from './read-matching.ts';
import {readPast} from './read-past.ts';
import type {Scope} from './scope.ts';
import type {Turns} from './turns.ts';
import type {ResolvedWindow} from './window.ts';

/** The ledger of the last dashboard, from which the next is made where it can be. */
export type KeptLedger = {
	/** Absent before the first read, and after one that failed. */
	readonly current: () => Ledger | undefined;
	/** Where everything that a filter lets through begins, as far as that is known. */
	readonly firstOf: (filter: Filter) => number | undefined;
	/**
	 * Brings the ledger to a window, or reads it anew.
	 *
	 * @returns `undefined` when the past was changed while it was read
	 */
	readonly moveTo: (window: ResolvedWindow, asked: LedgerAsked, turns: Turns) => Promise<Ledger | undefined>;
};

export type LedgerAsked = {
	readonly scope: Scope;
	/** Whether the moment is past though it need not be. */
	readonly isAsked: boolean;
};

/** Keeps no ledger yet. */
export function keepLedger(questions: StoreQuestions, names: NameBook, zone: Zone): KeptLedger {
	let known: {readonly ledger: Ledger; readonly isAsked: boolean; readonly filter: Filter} | undefined;

	/** `undefined` when the past was changed while it was read. */
	const readAgain = async (window: ResolvedWindow, isAsked: boolean, filter: Filter, turns: Turns) => {
		names.forget();
		const options = {window, zone, isAsked, questions, categoryOf: names.categoryOf, turns};
		const matcher = createMatcher(filter, questions, names.categoryOf);
		return matcher ? readMatching({...options, matcher}) : readPast(options);
	};

	/** `undefined` where nothing is known that leads there. */
	const catchUp = async (window: ResolvedWindow, isAsked: boolean, {filter, speed}: Scope, turns: Turns) => {
		const before = known;
		// Should it fail half-way, its sums are of no use any more.
		known = undefined;
		if (!before || before.isAsked !== isAsked || before.filter !== filter) {
			return undefined;
		}
		// Whoever steps through the past sees each moment exactly; what is played may lag in its tiers.
		const isFollowed = !isAsked || speed !== undefined || window.span.to === before.ledger.window.span.to;
		return isFollowed ? advance(before.ledger, window, {zone, questions, turns}) : undefined;
	};

	return {
		current: () => known?.ledger,
		firstOf(filter) {
			if (filter.length === 0) {
				return questions.firstOrderAt();
			}
			// Of what matches only whoever has read it knows.
			return known?.filter === filter ? known.ledger.firstOrderAt : undefined;
		},
		async moveTo(window, {scope, isAsked}, turns) {
			const {filter} = scope;
			const ledger =
				(await catchUp(window, isAsked, scope, turns)) ?? (await readAgain(window, isAsked, filter, turns));
			known = ledger && {ledger, isAsked, filter};
			return ledger;
		},
	};
}
