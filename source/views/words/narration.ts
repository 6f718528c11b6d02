import type {Dashboard, FreshnessState} from '../../dashboard/dashboard.ts';
import {type Formats, printable} from '../../format.ts';
import {windowLabel} from './window-label.ts';

/** What a listener should hear at once, and what can wait until there is more of it. */
export type Narration = {readonly urgent: readonly string[]; readonly summary: string | undefined};

/** How things stand, for somebody who has heard nothing yet. */
export function openingWords(dashboard: Dashboard, label: string, formats: Formats): string {
	const {kpis, categories, freshness} = dashboard;
	const leader = categories[0];
	return [
		`Watching ${printable(label)}.`,
		`${spanWords(dashboard)}: ${orderWords(kpis.orders, formats)}, revenue ${formats.wholeMoney(kpis.revenue)}${comparisonWords(dashboard, formats)}.`,
		leader && categories.length > 1
			? `${printable(leader.name)} leads with ${formats.percent(leader.share, 0)}.`
			: '',
		stateWords(freshness.state, dashboard, formats),
	]
		.filter(sentence => sentence !== '')
		.join(' ');
}

/** What has happened between two moments, a sentence each. */
export function narrate(before: Dashboard, now: Dashboard, formats: Formats): Narration {
	return {
		urgent: [...stateChange(before, now, formats), ...leaderChange(before, now)],
		summary: salesWords(before, now, formats),
	};
}

function stateChange(before: Dashboard, now: Dashboard, formats: Formats): readonly string[] {
	const state = now.freshness.state;
	if (state === before.freshness.state) {
		return [];
	}
	const isBack = state === 'live' && before.freshness.state !== 'empty';
	return [isBack ? 'Sales are coming again.' : stateWords(state, now, formats)];
}

function stateWords(state: FreshnessState, {freshness, asOf}: Dashboard, formats: Formats): string {
	const since = freshness.lastSaleAt === undefined ? '' : formats.clock(freshness.lastSaleAt);
	const seconds = formats.count(Math.round((asOf - (freshness.lastSaleAt ?? asOf)) / 1000));
	switch (state) {
		case 'live':
			return 'Sales are live.';
		case 'late':
			return `Sales are late: none for ${seconds} seconds, since ${since}.`;
		case 'stale':
			return `Sales have stopped: none since ${since}.`;
		case 'empty':
			return 'There are no sales yet.';
	}
}

function leaderChange(before: Dashboard, now: Dashboard): readonly string[] {
	const [was, is] = [before.categories[0], now.categories[0]];
	return was && is && was.name !== is.name && now.categories.length > 1
		? [`${printable(is.name)} now leads the categories, ahead of ${printable(now.categories[1]!.name)}.`]
		: [];
}

function salesWords(before: Dashboard, now: Dashboard, formats: Formats): string | undefined {
	const sales = now.arrivals - before.arrivals;
	const [latest] = now.recent;
	if (sales <= 0 || !latest) {
		return undefined;
	}
	const many = sales === 1 ? 'One sale' : `${formats.count(sales)} sales`;
	return `${many}, the latest ${formats.money(latest.revenue)}. ${spanWords(now)}: revenue ${formats.wholeMoney(now.kpis.revenue)}${comparisonWords(now, formats)}.`;
}

function spanWords({window}: Dashboard): string {
	return window.name === 'all' ? 'All time' : `Last ${windowLabel(window.name)}`;
}

function orderWords(orders: number, formats: Formats): string {
	return orders === 1 ? 'one order' : `${formats.count(orders)} orders`;
}

function comparisonWords({kpis, comparison: {kpis: before}}: Dashboard, formats: Formats): string {
	if (before.revenue <= 0) {
		return '';
	}
	const share = kpis.revenue / before.revenue - 1;
	const percent = formats.percent(Math.abs(share), 0);
	return Math.round(Math.abs(share) * 100) === 0
		? ', as much as before'
		: `, ${percent} ${share > 0 ? 'more' : 'less'} than before`;
}
