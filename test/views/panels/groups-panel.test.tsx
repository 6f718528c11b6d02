import {expect, test} from 'vitest';
import {moneyScale} from '../../../source/money.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {GroupsPanel} from '../../../source/views/panels/groups-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testFormats} from '../../helpers/dashboard.ts';

function draw(width: number, revenues: Readonly<Record<string, number>>): string {
	const total = Object.values(revenues).reduce((sum, revenue) => sum + revenue, 0);
	return frameText(
		<GroupsPanel
			title="Sales by category"
			groups={Object.entries(revenues).map(([name, euros]) => ({
				name,
				revenue: euros * moneyScale,
				orders: 3,
				units: 3,
				share: euros / total,
			}))}
			noun="category"
			show="both"
			hueOf={theme => theme.accent}
			waiting="Waiting"
			width={width}
			height={5}
			formats={testFormats}
			theme={createTheme({depth: 'none'})}
		/>,
	);
}

test('where it is narrow names have room before bars', () => {
	expect(draw(40, {'Home & Kitchen': 30, Electronics: 10})).toContain(
		'│ Home & Kitchen  █████       3    75% │',
	);
});

test('where more came back than was sold nothing has a share', () => {
	const text = draw(80, {Toys: -90, Books: 10});
	expect(text).not.toMatch(/%/);
	expect(text).toMatch(/Books .* 3 .* – .* €10 │/);
});
