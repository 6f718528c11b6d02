import {describe, expect, test} from 'vitest';
import type {Page, PageSubject} from '../../source/dashboard/page.ts';
import type {PanelName} from '../../source/views/layout.ts';
import {initialNavigation} from '../../source/views/navigation.ts';
import {pageArrangements} from '../../source/views/pages/page-arrangements.ts';
import type {ScreenProps} from '../../source/views/screen.tsx';
import {pageSubjects, testPage} from '../helpers/page.ts';
import {dangerous, hostileName} from './hostile-names.ts';
import {expectWithin, frame, sizes} from './screen-frame.tsx';

const hostilePage = (subject: PageSubject) => testPage(subject, hostileName);

describe.each(pageSubjects)('the page of a $kind', subject => {
	const on = (page: Page | undefined, focus: PanelName, isFull = false): Partial<ScreenProps> => ({
		page,
		navigation: {
			...initialNavigation,
			here: {page: {subject, title: hostileName}, focus, places: {}, isFull},
		},
	});

	test('keeps within every size, with each of its panels under the cursor and in full', () => {
		const panels = pageArrangements[subject.kind][0]!.bands.flatMap(({slots}) =>
			slots.map(({panel}) => panel),
		);
		for (const [columns, rows] of sizes) {
			for (const panel of panels) {
				expectWithin(columns, rows, on(hostilePage(subject), panel, true));
			}
			expectWithin(columns, rows, on(hostilePage(subject), panels.at(-1)!));
			expectWithin(columns, rows, on(testPage(subject), panels[0]!));
			expectWithin(columns, rows, on(undefined, panels[0]!));
		}
	});

	test('cuts no amount and lets no control character through', () => {
		for (const [columns, rows] of sizes) {
			expect(frame(columns, rows, on(testPage(subject), 'pageFacts'))).not.toMatch(/€[\d.,KMk]*…/);
		}
		expect(frame(200, 59, on(hostilePage(subject), 'pageFacts'))).not.toMatch(dangerous);
	});

	test('names its subject at every size', () => {
		const here = {page: {subject, title: 'Somewhere'}, focus: undefined, places: {}, isFull: false};
		for (const [columns, rows] of sizes.slice(1)) {
			const navigation = {...initialNavigation, here};
			expect(frame(columns, rows, {page: testPage(subject), navigation}), `${columns}x${rows}`).toContain(
				'Somewhere',
			);
		}
	});

	test('says in the line of tabs how one came there', () => {
		const trail = [initialNavigation.here];
		const here = {page: {subject, title: 'Somewhere'}, focus: undefined, places: {}, isFull: false};
		const text = frame(80, 23, {page: testPage(subject), navigation: {...initialNavigation, trail, here}});
		expect(text.split('\n')[1]).toBe(' 1 Overview › [Somewhere]');
	});
});
