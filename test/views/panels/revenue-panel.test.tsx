import {expect, test} from 'vitest';
import type {Dashboard} from '../../../source/dashboard/dashboard.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {RevenuePanel} from '../../../source/views/panels/revenue-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';

const {trend} = testDashboard();

function draw(changes: Partial<Dashboard['trend']>): string {
	return frameText(
		<RevenuePanel
			trend={{...trend, ...changes}}
			waiting="Waiting"
			width={80}
			height={8}
			formats={testFormats}
			theme={createTheme({depth: 'none'})}
		/>,
	);
}

test('a forecast that is drawn is spoken of', () => {
	expect(draw({})).toContain('─ mstl, beats naive by 31%  ░░ 80 % band ─╯');
});

test('where none is drawn no word of one is said, only what the open minute has', () => {
	const text = draw({unit: 'minute', outlook: undefined, outlookStarts: []});
	expect(text).toContain('╭─ Revenue ───');
	expect(text).toContain('─ minute so far €2,372 ─╯');
	expect(text).not.toMatch(/naive|band|mstl/);
});

test('of one that is still to come it is said what it waits for', () => {
	const outlook = {status: 'collecting', periodsHave: 5, periodsNeeded: 48} as const;
	expect(draw({outlook, outlookStarts: []})).toContain('─ Collecting: 5 of 48 hours ─╯');
});

test('the marks beside nothing sold are no finer than a unit of the currency', () => {
	const points = trend.points.map(point => ({...point, revenue: 0}));
	const text = draw({points, outlook: undefined});
	expect(text.match(/€[\d.]+/g)).toEqual(['€1', '€0.50', '€0', '€0']);
});
