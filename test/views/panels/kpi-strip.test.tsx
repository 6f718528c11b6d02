import {expect, test} from 'vitest';
import {createFormats} from '../../../source/format.ts';
import {moneyScale} from '../../../source/money.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {KpiStrip} from '../../../source/views/panels/kpi-strip.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testDashboard} from '../../helpers/dashboard.ts';

const theme = createTheme({depth: 'none'});
const formats = createFormats({locale: 'de-CH', currency: 'CHF', zone: {name: 'Europe/Zurich'}});
const {kpis, comparison, trend} = testDashboard();

function strip(width: number, points = trend.points, isComparisonPart = false): string[] {
	return frameText(
		<KpiStrip
			kpis={kpis}
			comparison={{...comparison.kpis, revenue: 70_412 * moneyScale, orders: 1197}}
			{...{points, isComparisonPart, width, height: 4, formats, theme}}
		/>,
	).split('\n');
}

test('what was before is written exactly', () => {
	expect(strip(120)[2]).toMatch(/ was CHF 70'412 .* was 1'197 .* was CHF 32\.52 /);
});

test('what was before is written short only where it has no room, and left out where that has none', () => {
	expect(strip(100)[2]).not.toContain("70'4");
	expect(strip(100)[2]).toContain("was 1'197");
});

test('the numbers are spread over a wide terminal', () => {
	const [titles] = strip(250);
	expect(
		['Revenue', 'Orders', 'Average order', 'Units', 'Customers'].map(title => titles!.indexOf(title)),
	).toEqual([1, 50, 99, 148, 197]);
});

test('the hour that is only begun has no part in the courses', () => {
	const begun = trend.points.map((point, index) =>
		index === trend.points.length - 1 ? {...point, revenue: 0, orders: 0, units: 0} : point,
	);
	expect(strip(120, begun)).toEqual(strip(120));
});

test('a comparison that begins before the first sale is said to be one in part', () => {
	expect(strip(160, trend.points, true)[2]).toMatch(/ was CHF 70'412 in part/);
	expect(strip(100, trend.points, true)[2]).toContain('in part');
});
