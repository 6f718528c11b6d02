import {expect, test} from 'vitest';
import {moneyScale} from '../../../source/money.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {ComparisonPanel} from '../../../source/views/panels/comparison-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {changeOf} from '../../../source/views/words/change.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';

const theme = createTheme({depth: 'none'});
const {kpis, comparison, earlier} = testDashboard();

function returnsRow(now: number, before: number): string | undefined {
	const frame = frameText(
		<ComparisonPanel
			kpis={{...kpis, returns: now * moneyScale}}
			comparison={{...comparison, kpis: {...comparison.kpis, returns: before * moneyScale}}}
			earlier={earlier}
			firstSaleAt={undefined}
			width={60}
			height={11}
			formats={testFormats}
			theme={theme}
		/>,
	);
	return frame.split('\n').find(line => line.includes('Returns'));
}

test('returns are compared by their size', () => {
	expect(returnsRow(-1733, -2248)).toMatch(/-€2,248 +-€1,733 +▼ 23%/);
	expect(returnsRow(-2248, -1733)).toMatch(/-€1,733 +-€2,248 +▲ 30%/);
});

test('of what is better small, less is good and more is bad', () => {
	const less = changeOf(1733, 2248, testFormats, theme, 'less');
	const more = changeOf(2248, 1733, testFormats, theme, 'less');
	expect([less.paint, more.paint]).toEqual([theme.good, theme.bad]);
	expect(changeOf(1733, 2248, testFormats, theme).paint).toBe(theme.bad);
});
