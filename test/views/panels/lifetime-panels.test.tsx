import {expect, test} from 'vitest';
import type {Analyses, FoundLifetimeValue} from '../../../source/dashboard/dashboard.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {CustomersAtRiskPanel} from '../../../source/views/panels/customers-at-risk-panel.tsx';
import {LifetimeTiersPanel} from '../../../source/views/panels/lifetime-tiers-panel.tsx';
import {TierMovesPanel} from '../../../source/views/panels/tier-moves-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testFormats, testNow} from '../../helpers/dashboard.ts';

const euros = (amount: number) => amount * 10_000;

const value: FoundLifetimeValue = {
	status: 'found',
	madeAt: testNow,
	asOf: testNow,
	model: 'bg/nbd',
	problem: undefined,
	result: {
		hasModel: true,
		fit: undefined,
		standingOf: undefined,
		horizonMonths: 12,
		tiers: [
			{tier: 'Platinum', customers: 55, new: 0, lapsed: 1, revenue: euros(90_000), clv: euros(110_000)},
			{tier: 'Gold', customers: 180, new: 4, lapsed: 2, revenue: euros(80_000), clv: euros(165_000)},
			{tier: 'Silver', customers: 620, new: 61, lapsed: 30, revenue: euros(70_000), clv: euros(165_000)},
			{tier: 'Bronze', customers: 1145, new: 210, lapsed: 640, revenue: euros(60_000), clv: euros(110_000)},
		],
		moves: [
			{from: 'Platinum', to: 'Platinum', customers: 40},
			{from: 'Platinum', to: 'Bronze', customers: 9},
			{from: 'Gold', to: 'Platinum', customers: 15},
			{from: 'Bronze', to: 'Silver', customers: 120},
			{from: undefined, to: 'Silver', customers: 77},
		],
		atRisk: [
			{
				id: 1,
				code: 'C1',
				name: 'Amélie Laurent',
				tierBefore: 'Platinum',
				aliveBefore: 0.97,
				alive: 0.41,
				valueLost: euros(2400),
				silentDays: 23,
			},
			{
				id: 2,
				code: 'C2',
				name: undefined,
				tierBefore: 'Gold',
				aliveBefore: 0.9,
				alive: 0.8,
				valueLost: euros(90),
				silentDays: 9,
			},
		],
		holdOut: {days: 28, expected: 2575, actual: 2347},
	},
};

const frame = {theme: createTheme({depth: 'none'}), formats: testFormats, age: '4 min old'};

test('tiers by lifetime value tell who is new and who lapsed, and how the model did', () => {
	expect(frameText(<LifetimeTiersPanel {...frame} value={value} width={76} height={8} />)).toBe(
		[
			'╭─ Customers by lifetime value ─────────────────────────── next 12 months ─╮',
			'│ customers ██▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ │',
			'│ tier        of value        customers  new  lapsed  worth each     worth │',
			'│ █ Platinum  █████████▍             55    0       1      €2,000  €110,000 │',
			'│ ▒ Gold      ██████████████        180    4       2        €917  €165,000 │',
			'│ ▓ Silver    ██████████████        620   61      30        €266  €165,000 │',
			'│ ░ Bronze    █████████▍          1,145  210     640         €96  €110,000 │',
			'╰─────────────── expected 2,575 orders in 28 days, 2,347 came · 4 min old ─╯',
		].join('\n'),
	);
});

test('where it is low, all four tiers stay', () => {
	const low = frameText(<LifetimeTiersPanel {...frame} value={value} width={60} height={7} />);
	expect(low).toMatch(/Platinum[\s\S]*Bronze/);
	expect(low).not.toContain('customers ██');
});

test('moves go from the tiers down to the tiers across, and are counted in words', () => {
	expect(frameText(<TierMovesPanel {...frame} value={value} width={62} height={8} />)).toBe(
		[
			'╭─ Moves between tiers ─────────────────── 135 rose, 9 fell ─╮',
			'│ a month ago  to Platinum  to Gold  to Silver  to Bronze    │',
			'│ Platinum              40        0          0          9    │',
			'│ Gold                  15        0          0          0    │',
			'│ Silver                 0        0          0          0    │',
			'│ Bronze                 0        0        120          0    │',
			'│ no customer            0        0         77          0    │',
			'╰──────────────────────────────────────────────── 4 min old ─╯',
		].join('\n'),
	);
});

test('who is about to be lost has the fall in words, and the code where there is no name', () => {
	const lines = frameText(
		<CustomersAtRiskPanel {...frame} value={value} customers={value.result.atRisk} width={72} height={6} />,
	);
	expect(lines).toMatch(/Amélie Laurent +Platinum +97% → 41% +23 d +€2,400/);
	expect(lines).toMatch(/C2 +Gold +90% → 80% +9 d +€90/);
	expect(lines).toContain('against a month ago');
});

test.each([
	[{status: 'waiting'}, 'Being worked out…'],
	[{status: 'failed', problem: 'disk I/O error'}, 'It failed: disk I/O error'],
	[{...value, result: {...value.result, atRisk: [], moves: []}}, /No good customer|Nobody was a customer/],
] as const)('without an answer the panels say why', (given, words) => {
	const props = {...frame, value: given as Analyses['lifetimeValue'], width: 60, height: 5};
	expect(frameText(<CustomersAtRiskPanel {...props} customers={[]} />)).toMatch(words);
	expect(frameText(<TierMovesPanel {...props} />)).toMatch(words);
});
