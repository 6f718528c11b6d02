import {expect, test} from 'vitest';
import {reports} from '../../source/store/sql/reports.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import {noSpot} from '../../source/views/lists/panel-list.ts';
import {pagePanels} from '../../source/views/pages/page-panels.tsx';
import {panelQuestion} from '../../source/views/panel-question.ts';
import {createTheme} from '../../source/views/theme/theme.ts';
import {testDashboard, testFormats} from '../helpers/dashboard.ts';
import {pageSubjects, testPage} from '../helpers/page.ts';

const dashboard = testDashboard();

function productLines(by?: string): string[] {
	const page = testPage({kind: 'category', name: 'Electronics'});
	const frame = {width: 90, height: 10, theme: createTheme({depth: 'none'}), formats: testFormats};
	const sort = by === undefined ? undefined : {by, isReversed: true};
	return frameText(pagePanels.pageProducts.draw({dashboard, page, frame, spot: {...noSpot, sort}})).split(
		'\n',
	);
}

test('bars are of the product that brought most, however the list is sorted', () => {
	const barOf = (line: string) => /█+/.exec(line)?.[0].length ?? 0;
	expect(barOf(productLines()[2]!)).toBe(15);
	expect(Math.max(...productLines('revenue').map(barOf))).toBeLessThan(3);
});

test.each(pageSubjects)('what the page of $kind shows can be asked for, if anywhere', subject => {
	for (const panel of Object.keys(pagePanels) as (keyof typeof pagePanels)[]) {
		const {report} = panelQuestion(panel, dashboard, subject, false);
		expect(['totals', ...reports.map(({name}) => name)]).toContain(report ?? 'totals');
	}
});
