import {cellWidth} from '../fit.ts';
import type {Theme} from '../theme/theme.ts';
import {type ViewName, viewNames, viewTitles} from '../view-names.ts';

/** How the tabs are written: the names and the gap between them; shorter where they do not fit. */
function tabTexts(
	view: ViewName,
	columns: number,
): {readonly texts: readonly string[]; readonly gap: string} {
	const whole = viewNames.map((name, index) => ` ${index + 1} ${viewTitles[name]} `);
	const digits = viewNames.map((name, index) => (name === view ? whole[index]! : ` ${index + 1} `));
	const ways = [
		{texts: whole, gap: ' '},
		{texts: whole, gap: ''},
		{texts: digits, gap: ''},
	];
	const fits = ({texts, gap}: (typeof ways)[number]) => cellWidth(` ${texts.join(gap)}`) <= columns;
	return (
		ways.find(fits) ?? {texts: viewNames.map(name => (name === view ? ` ${viewTitles[name]} ` : '')), gap: ''}
	);
}

/** The views with their digits; shorter where they do not fit, down to the open one. */
export function tabsLine(view: ViewName, columns: number, theme: Theme): string {
	const {texts, gap} = tabTexts(view, columns);
	const painted = viewNames.map((name, index) => (name === view ? theme.tab : theme.muted)(texts[index]!));
	return ` ${painted.join(gap)}`;
}

/** The view whose tab is written in that column, counted from 0. */
export function viewAt(column: number, view: ViewName, columns: number): ViewName | undefined {
	const {texts, gap} = tabTexts(view, columns);
	let from = 1;
	return viewNames.find((_, index) => {
		const start = from;
		from += cellWidth(texts[index]!) + gap.length;
		return column >= start && column < start + cellWidth(texts[index]!);
	});
}
