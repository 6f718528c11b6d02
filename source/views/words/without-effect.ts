import type {Scope} from '../../dashboard/scope.ts';
import type {TravelStep} from '../../dashboard/travel.ts';
import type {Step} from '../navigation.ts';

/** Why a key that moves through time did nothing; absent where it did something. */
export function standstillOf(
	step: TravelStep | 'longer' | 'shorter',
	before: Scope,
	after: Scope,
): string | undefined {
	return isSameScope(before, after) ? scopeWords[step] : undefined;
}

const atNow = 'this is now: there is nothing later';

const scopeWords: Readonly<Record<TravelStep | 'longer' | 'shorter', string>> = {
	longer: 'no window is longer than all time',
	shorter: 'no window is shorter than 15 minutes; t takes any',
	forward: atNow,
	dayForward: atNow,
	now: atNow,
	back: 'this is the first sale: there is nothing earlier',
	dayBack: 'this is the first sale: there is nothing earlier',
	first: 'this is the first sale',
};

function isSameScope(one: Scope, other: Scope): boolean {
	return one.window === other.window && one.asOf === other.asOf && one.speed === other.speed;
}

/** Why a key that works on what is under the cursor did nothing; where the cursor stands still one sees it. */
export const deadEnds: Partial<Readonly<Record<Step, string>>> = {
	enter: 'nothing lies behind this',
	nextSort: 'this panel has no other order',
	reverseSort: 'this panel has no other order',
};

export const nothingPlays = 'nothing is played: . plays what came in this window';

export const noSavedViews = 'views are saved in the folder of the configuration, and there is none here';

export const paceEnds = {
	faster: 'the producer goes no faster',
	slower: 'the producer goes no slower',
} as const;
