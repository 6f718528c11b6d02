import type {Money} from '../../money.ts';
import {familywise} from '../statistics/false-discovery.ts';
import {concentration} from './concentration.ts';
import type {Finding, InsightKind} from './finding.ts';
import {groupGrowth} from './growth.ts';
import {hoursOfDay} from './hours-of-day.ts';
import {orderValueChange} from './order-value.ts';
import {overdueCustomers} from './overdue-customers.ts';
import {productsBelowPast} from './products-below.ts';
import {returnRateChange} from './return-rate.ts';
import type {ShopHistory} from './shop-history.ts';
import {silence} from './silence.ts';
import {sum, windowPlaces, within} from './spans.ts';
import {targetsMissed} from './targets-missed.ts';
import type {TestedFamily} from './tested-family.ts';
import {unusualDays} from './unusual-days.ts';
import {unusualHours} from './unusual-hours.ts';
import {weekdayProfile} from './weekdays.ts';
import {weekendEffect} from './weekend.ts';

export type Insights =
	| {readonly status: 'collecting'; readonly daysHave: number; readonly daysNeeded: number}
	| {
			readonly status: 'ready';
			/** How many tests were made, most of them of what turned out to be nothing. */
			readonly tests: number;
			/** Allowed share of false ones among the findings. */
			readonly alpha: number;
			/** News first, then how the shop always is; each by its worth. */
			readonly findings: readonly Insight[];
			/** What could not be looked for yet, and why. */
			readonly waiting: readonly string[];
	  };

export type Insight = Finding & {
	/** Adjusted for all tests of the run; absent where nothing was estimated. */
	readonly q: number | undefined;
};

/** Fewer closed days tell nothing. */
const daysNeeded = 7;

/** What makes less than this of the window's revenue does not matter. */
const leastWorth = 0.003;

/** How many of a kind are told, where it is not one. */
const mostOfKind: Partial<Record<InsightKind, number>> = {
	region: 2,
	category: 2,
	target: 3,
	day: 3,
	hour: 2,
	weekday: 2,
	hours: 2,
};

/**
 * Looks for everything that stands out, and keeps what is more than chance: false ones are at most a
 * share of `alpha` (see `familywise`), and small ones are left out.
 */
export function findInsights(shop: ShopHistory, alpha: number): Insights {
	const daysHave = shop.days.revenue.length;
	if (daysHave < daysNeeded || sum(shop.days.orders) === 0) {
		return {status: 'collecting', daysHave, daysNeeded};
	}
	const families = [...singles(shop), productsBelowPast(shop), overdueCustomers(shop)];
	const adjusted = familywise(
		families.map(({tests}) => tests),
		alpha,
	);
	const found = families.flatMap((family, place): Insight[] => {
		const qs = adjusted[place]!;
		const passed = family.tests.flatMap((p, index) => (qs[index]! <= alpha ? [{index, p}] : []));
		return 'findings' in family
			? passed.map(({index}) => ({...family.findings[index]!, q: qs[index]!}))
			: told(family, passed, Math.max(0, ...passed.map(({index}) => qs[index]!)));
	});
	const total = sum(within(shop.days.revenue, windowPlaces(shop)));
	return {
		status: 'ready',
		tests: families.reduce((count, {tests}) => count + tests.length, 0),
		alpha,
		findings: ranked([...found, ...concentration(shop).map(finding => ({...finding, q: undefined}))], total),
		waiting: waitingFor(shop),
	};
}

type SingleFamily = {readonly tests: readonly number[]; readonly findings: readonly Finding[]};

/** Tests that are findings each. */
function singles(shop: ShopHistory): SingleFamily[] {
	return [
		silence(shop),
		groupGrowth(shop, 'region'),
		groupGrowth(shop, 'category'),
		targetsMissed(shop),
		orderValueChange(shop),
		returnRateChange(shop),
		unusualDays(shop),
		unusualHours(shop),
		weekendEffect(shop),
		weekdayProfile(shop),
		hoursOfDay(shop),
	].map(all => {
		const findings = all.filter(({evidence}) => evidence.p !== undefined);
		return {findings, tests: findings.map(({evidence}) => evidence.p!)};
	});
}

function told(family: TestedFamily, found: readonly {index: number; p: number}[], q: number): Insight[] {
	const finding = found.length > 0 ? family.tell(found) : undefined;
	return finding ? [{...finding, q}] : [];
}

function ranked(found: readonly Insight[], total: Money): Insight[] {
	const material = found.filter(
		({kind, worth}) => kind === 'silence' || worth >= leastWorth * Math.max(0, total),
	);
	const byWorth = withoutLesser(material).sort(
		(a, b) =>
			Number(a.isPattern) - Number(b.isPattern) || b.worth - a.worth || (a.sentence < b.sentence ? -1 : 1),
	);
	const told = new Map<InsightKind, number>();
	return byWorth.filter(({kind}) => {
		const count = (told.get(kind) ?? 0) + 1;
		told.set(kind, count);
		return count <= (mostOfKind[kind] ?? 1);
	});
}

/** Of regions and categories only the fastest either way is one. */
function withoutLesser(found: readonly Insight[]): Insight[] {
	const directionOf = ({kind, evidence}: Insight) =>
		kind === 'region' || kind === 'category' ? `${kind} ${(evidence.interval?.lo ?? 0) > 0}` : undefined;
	const speedOf = ({measure}: Insight) =>
		Math.abs(Math.log(Math.max(measure.value, 1) / Math.max(measure.usual, 1)));
	return found.filter(one => {
		const direction = directionOf(one);
		return (
			direction === undefined ||
			found.every(other => directionOf(other) !== direction || speedOf(other) <= speedOf(one))
		);
	});
}

function waitingFor({days, shiftDays, windowDays}: ShopHistory): string[] {
	const have = days.revenue.length;
	return [
		...(shiftDays === undefined
			? [`what has changed: ${have} of ${2 * Math.max(7, windowDays)} closed days`]
			: []),
		...(have < 28 ? [`weekdays, unusual days and hours: ${have} of 28 closed days`] : []),
	];
}
