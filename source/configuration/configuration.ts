import type {Money} from '../money.ts';
import type {AlertRule} from './alert-rule.ts';
import type {ThemeChanges} from './theme-changes.ts';

/** The calendar spans of the business zone that targets and goals are set for. */
export const spans = ['day', 'week', 'month'] as const;

export type CalendarSpan = (typeof spans)[number];

/** Revenue that a product or a category should bring in each span. */
export type Target = {
	readonly of: 'product' | 'category';
	/** As the database names it; of a product also its code. */
	readonly name: string;
	readonly revenue: Money;
	readonly per: CalendarSpan;
};

/** What the whole shop should reach in each span. */
export type Goal =
	| {readonly of: 'revenue'; readonly amount: Money; readonly per: CalendarSpan}
	| {readonly of: 'orders'; readonly amount: number; readonly per: CalendarSpan};

/** What the configuration file says besides the settings, which flags and the environment can say too. */
export type Configuration = {
	readonly targets: readonly Target[];
	readonly goals: readonly Goal[];
	readonly alerts: readonly AlertRule[];
	/** Other keys, by the word of what they do. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
	/** Themes of one's own, by their names. */
	readonly themes: Readonly<Record<string, ThemeChanges>>;
};

/** Where there is no file. */
export const emptyConfiguration: Configuration = {targets: [], goals: [], alerts: [], keys: {}, themes: {}};
