import type {Page} from '../dashboard/page.ts';
import {filterText} from '../filter.ts';
import {printable} from '../format.ts';
import {stateBrush} from './chrome/header-line.ts';
import {cellWidth, firstFitting, shorten} from './fit.ts';
import {flowingRows} from './help.tsx';
import {activeBindings} from './keys.ts';
import type {PageLink} from './lists/panel-list.ts';
import {pageFacts} from './pages/page-facts.ts';
import type {ScreenProps} from './screen.tsx';
import type {Theme} from './theme/theme.ts';
import {changeOf} from './words/change.ts';
import {pastTexts} from './words/past-words.ts';
import {windowLabel} from './words/window-label.ts';

/** Where there is room for little more than one number, that number. */
export function smallestLines(props: ScreenProps): readonly string[] {
	const {dashboard, page, navigation, columns, rows, theme, formats, prompt} = props;
	if (prompt) {
		return promptLines(prompt, columns, theme).slice(0, rows);
	}
	if (props.isHelpOpen) {
		return helpLines(props);
	}
	if (props.sql) {
		return [theme.muted(firstFitting([' Esc closes what has no room', ' Esc closes'], columns))];
	}
	const link = navigation?.here.page;
	return link && dashboard
		? pageLines(
				link,
				page?.subject === link.subject ? page : undefined,
				{dashboard, theme, formats},
				columns,
			).slice(0, rows)
		: dashboardLines(props);
}

/** The keys that matter most, as many as there are lines; the arrows turn to others. */
function helpLines({columns, rows, theme, bindings, part = 0, producer}: ScreenProps): readonly string[] {
	const keys = flowingRows(activeBindings(producer !== undefined, bindings), columns - 2, theme).filter(
		line => cellWidth(line) <= columns - 2,
	);
	const lines = Math.max(1, rows - 2);
	const parts = Math.max(1, Math.ceil(keys.length / lines));
	const shownPart = ((part % parts) + parts) % parts;
	return [
		theme.muted(firstFitting([' Esc closes', ' Esc'], columns)),
		...keys.slice(shownPart * lines, (shownPart + 1) * lines).map(line => ` ${line}`),
	].slice(0, rows);
}

/** What is typed, what is marked, and what is wrong or asked for. */
function promptLines(
	{prompt, title, choices, note}: NonNullable<ScreenProps['prompt']>,
	columns: number,
	theme: Theme,
): readonly string[] {
	const room = columns - 4;
	const {ellipsis, cursor} = theme.glyphs;
	const typed = printable(prompt.text);
	const end = cellWidth(typed) > room - 1 ? `${ellipsis}${typed.slice(3 - room)}` : typed;
	const marked = choices[prompt.marked];
	return [
		` ${theme.accent('>')} ${end}${theme.accent('_')}`,
		...(marked ? [` ${theme.accent(cursor)} ${shorten(marked.label, room, ellipsis)}`] : []),
		` ${theme.muted(shorten(note ?? title, columns - 2, ellipsis))}`,
		theme.muted(' Esc closes'),
	];
}

/** What the page is about and as many of its facts as there are lines. */
function pageLines(
	{title}: PageLink,
	page: Page | undefined,
	context: Parameters<typeof pageFacts>[1],
	columns: number,
): readonly string[] {
	const {theme} = context;
	const facts = page ? pageFacts(page, context) : [];
	return [
		` ${theme.bold(shorten(title, columns - 2, theme.glyphs.ellipsis))}`,
		...facts.flatMap(({name, value, isName}) => {
			const room = columns - cellWidth(name) - 3;
			const ways = typeof value === 'string' ? [value] : value;
			const text = isName ? shorten(ways[0]!, room, theme.glyphs.ellipsis) : firstFitting(ways, room);
			return text === '' ? [] : [` ${theme.muted(name)} ${text}`];
		}),
	];
}

function dashboardLines({
	dashboard,
	columns,
	rows,
	theme,
	formats,
	paused,
	problem,
	alerts = [],
	hasFooter,
}: ScreenProps): readonly string[] {
	if (dashboard === undefined) {
		return [theme.muted(firstFitting(['Reading the sales', 'Reading'], columns))].slice(0, rows);
	}
	const {kpis, comparison, freshness, window} = dashboard;
	const revenue = firstFitting(
		[formats.wholeMoney(kpis.revenue), formats.shortMoney(kpis.revenue)],
		columns - 2,
	);
	const change = changeOf(kpis.revenue, comparison.kpis.revenue, formats, theme);
	const state = paused ? 'PAUSED' : freshness.state.toUpperCase();
	const past = pastTexts(dashboard, formats, theme);
	const stateText = firstFitting([...past, `${theme.glyphs.dot} ${state}`, state], columns - 2);
	const orders = firstFitting(
		[`${formats.count(kpis.orders)} orders`, formats.shortCount(kpis.orders)],
		columns - 2,
	);
	const quit =
		hasFooter && cellWidth(stateText) + 8 <= columns - 2
			? `  ${theme.accent('q')} ${theme.muted('quit')}`
			: '';
	const isChangeFitting = cellWidth(revenue) + cellWidth(change.text) + 4 <= columns;
	const byImportance = [
		theme.bold(revenue) + (isChangeFitting ? `  ${change.paint(change.text)}` : ''),
		(paused || dashboard.moment === 'asked' ? theme.news : stateBrush(freshness.state, theme))(stateText) +
			quit,
		problem !== undefined
			? theme.bad(`! ${problem.inShort}`.slice(0, Math.max(0, columns - 2)))
			: alerts.length > 0
				? theme.alarm(firstFitting([`${alerts.length} alerting`, 'ALERT'], columns - 2))
				: theme.muted(orders),
		theme.muted(
			dashboard.scope.filter.length > 0
				? shorten(printable(filterText(dashboard.scope.filter)), columns - 2, theme.glyphs.ellipsis)
				: firstFitting([`revenue of ${windowLabel(window.name)}`, windowLabel(window.name)], columns - 2),
		),
	].slice(0, Math.max(0, rows));
	return byImportance.map(line => ` ${line}`);
}
