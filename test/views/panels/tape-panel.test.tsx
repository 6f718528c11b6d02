import {expect, test} from 'vitest';
import {dayMs} from '../../../source/business-time.ts';
import type {RecentOrder} from '../../../source/dashboard/dashboard.ts';
import {moneyScale} from '../../../source/money.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {TapePanel} from '../../../source/views/panels/tape-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testFormats, testNow} from '../../helpers/dashboard.ts';
import {recentOrder} from '../../helpers/recent-orders.ts';

function tape(orders: readonly RecentOrder[], width: number, today?: string): string {
	return frameText(
		<TapePanel
			title="Live"
			waiting="Waiting"
			hasRegion={false}
			height={orders.length + 2}
			formats={testFormats}
			theme={createTheme({depth: 'none'})}
			{...{orders, width, today}}
		/>,
	);
}

const today = testFormats.fullDate(testNow);
const orders = [recentOrder(), recentOrder({id: 2, at: testNow - dayMs})];

test('orders of another day than today have their date', () => {
	expect(tape(orders, 80, today)).toBe(
		[
			'╭─ Live ───────────────────────────────────────────────────────────────────────╮',
			'│ 18:57:02      Jonas Berg   2 × Noise-cancellin…  €238.90                     │',
			'│ 19 Nov 18:57  Jonas Berg   2 × Noise-cancellin…  €238.90                     │',
			'╰──────────────────────────────────────────────────────────────────────────────╯',
		].join('\n'),
	);
});

test('in a picture of the past all orders have their date', () => {
	expect(tape(orders, 80)).toContain('│ 20 Nov 18:57  Jonas Berg ');
});

test('where it is narrow the date goes before the time, and cents stay whole', () => {
	const small = recentOrder({id: 3, at: testNow - dayMs, revenue: 9.9 * moneyScale});
	expect(tape([...orders, small], 40, today)).toBe(
		[
			'╭─ Live ───────────────────────────────╮',
			'│ 18:57   2 × Noise-cancelli…  €238.90 │',
			'│ 19 Nov  2 × Noise-cancelli…  €238.90 │',
			'│ 19 Nov  2 × Noise-cancelli…    €9.90 │',
			'╰──────────────────────────────────────╯',
		].join('\n'),
	);
});
