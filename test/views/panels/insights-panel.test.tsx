import {expect, test} from 'vitest';
import type {Analyses} from '../../../source/dashboard/dashboard.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {InsightsPanel} from '../../../source/views/panels/insights-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testFormats, testNow} from '../../helpers/dashboard.ts';

type Insights = Analyses['insights'];
type Result = Extract<Insights, {status: 'found'}>['result'];

const found = (result: Result): Insights => ({
	status: 'found',
	madeAt: testNow,
	asOf: testNow,
	model: undefined,
	problem: undefined,
	result,
});

const two = found({
	status: 'ready',
	tests: 5849,
	insights: [
		{
			sentence: 'Occitanie is the fastest-growing region: +18%, €310,202 after €262,510; the shop +7.2%',
			evidence: '56 days, Welch test of daily shares, q 0.023, worth €28,823',
			isPattern: false,
			about: [{page: {kind: 'region', name: 'Occitanie'}, name: 'Occitanie'}],
			masked: {sentence: 'Occitanie: €•••,•••', evidence: 'worth €••,•••'},
		},
		{
			sentence: 'A Saturday brings 24% more than a weekday',
			evidence: '12 weeks, paired t test, q <0.0001',
			isPattern: true,
			about: [],
			masked: {sentence: 'A Saturday brings 24% more', evidence: '12 weeks'},
		},
	],
});

function draw(insights: Insights, height: number, width = 70): string[] {
	return frameText(
		<InsightsPanel
			{...{insights, width, height}}
			age="4 min old"
			theme={createTheme({depth: 'none'})}
			formats={testFormats}
		/>,
	).split('\n');
}

test('with room each sentence is whole and has its evidence', () => {
	expect(draw(two, 7)).toEqual([
		'╭─ What stands out ──────────────────── 5,849 tests, noise left out ─╮',
		'│ ● Occitanie is the fastest-growing region: +18%, €310,202 after    │',
		'│   €262,510; the shop +7.2%                                         │',
		'│   56 days, Welch test of daily shares, q 0.023, worth €28,823      │',
		'│ ● A Saturday brings 24% more than a weekday                        │',
		'│   12 weeks, paired t test, q <0.0001                               │',
		'╰──────────────────────────────────────────────────────── 4 min old ─╯',
	]);
});

test('with less, sentences only, then a line of each', () => {
	expect(draw(two, 5).slice(1, -1)).toEqual([
		'│ ● Occitanie is the fastest-growing region: +18%, €310,202 after    │',
		'│   €262,510; the shop +7.2%                                         │',
		'│ ● A Saturday brings 24% more than a weekday                        │',
	]);
	expect(draw(two, 4).slice(1, -1)).toEqual([
		'│ ● Occitanie is the fastest-growing region: +18%…                   │',
		'│ ● A Saturday brings 24% more than a weekday                        │',
	]);
});

test('nothing, too little and a failure are said', () => {
	expect(draw(found({status: 'ready', tests: 300, insights: []}), 4)[1]).toContain(
		'Nothing stands out beyond chance.',
	);
	expect(draw(found({status: 'collecting', daysHave: 3, daysNeeded: 7}), 4)[1]).toContain(
		'Collecting: 3 of 7 days',
	);
	expect(draw({status: 'failed', problem: 'the disk is full'}, 4)[1]).toContain(
		'It failed: the disk is full',
	);
	expect(draw({status: 'waiting'}, 4)[1]).toContain('Looking for what stands out…');
});

test('names from data cannot steer the terminal', () => {
	const words = {sentence: `Region \u001B[2J grows: ${'much, '.repeat(20)}`, evidence: 'q 0'};
	const evil = {...words, isPattern: false, about: [], masked: words};
	expect(draw(found({status: 'ready', tests: 1, insights: [evil]}), 4).join('')).not.toContain('\u001B[2J');
});
