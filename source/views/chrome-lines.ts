import type {Dashboard, FreshnessState} from '../dashboard/dashboard.ts';
import type {Scope} from '../dashboard/scope.ts';
import {defaultWindow} from '../dashboard/window-name.ts';
import {durationWords} from '../duration.ts';
import {filterText} from '../filter.ts';
import {type Formats, printable} from '../format.ts';
import {cellWidth, firstFitting, joinFitting, padEnd, shorten} from './fit.ts';
import {activeBindings, type KeyBinding} from './keys.ts';
import type {Navigation} from './navigation.ts';
import type {ProducerState} from './producer-control.ts';
import type {Brush, Theme} from './theme/theme.ts';
import {type ViewName, viewNames, viewTitles} from './view-names.ts';
import {paceOf} from './words/pace.ts';
import {pastTexts, speedText} from './words/past-words.ts';
import {producerPace, standstillText} from './words/producer-words.ts';
import {cutSentence} from './words/sentences.ts';
import {windowLabel, windowStart} from './words/window-label.ts';

export type HeaderOptions = {
	readonly dashboard: Dashboard | undefined;
	readonly scope?: Scope | undefined;
	readonly columns: number;
	readonly theme: Theme;
	readonly formats: Formats;
	readonly label: string;
	readonly isMasked?: boolean;
	readonly producer?: ProducerState | undefined;
	readonly paused?: {readonly salesSince: number} | undefined;
	readonly reading?: number | undefined;
};

/**
 * One line that says whether this is alive, and which span, zone and currency it shows.
 *
 * The moment of the last sale stands at the right end: it changes with every sale, and what is left
 * of a change is not sent again.
 */
export function headerLine(options: HeaderOptions): string {
	const {columns, theme} = options;
	const left = leftPieces(options);
	const right = rightPieces(options);
	const separator = ` ${theme.glyphs.separator} `;
	const room = columns - 2;
	const all = [...left, ...right];
	const kept = keepFitting(all, cellWidth(separator), room - 2);
	const join = (pieces: readonly Piece[]) => {
		const shown = pieces.filter(piece => kept.has(piece));
		return shown
			.map(
				(piece, index) =>
					`${index > 0 && !piece.isOwn ? theme.faint(separator) : index > 0 ? '  ' : ''}${piece.text}`,
			)
			.join('');
	};
	const [start, end] = [join(left), join(right)];
	return ` ${start}${' '.repeat(Math.max(1, room - cellWidth(start) - cellWidth(end)))}${end}`;
}

type Piece = {readonly text: string; readonly rank: number; readonly isOwn?: boolean};

function keepFitting(pieces: readonly Piece[], gap: number, room: number): ReadonlySet<Piece> {
	const kept = new Set<Piece>();
	let used = 0;
	for (const piece of [...pieces].sort((a, b) => a.rank - b.rank)) {
		const wider = used + cellWidth(piece.text) + (kept.size > 0 ? gap : 0);
		if (piece.text !== '' && wider <= room) {
			kept.add(piece);
			used = wider;
		}
	}
	return kept;
}

/** The pace matters more where keys change it. */
function leftPieces(options: HeaderOptions): readonly Piece[] {
	const {dashboard, theme, label, producer, paused, isMasked} = options;
	const standstill = producer ? standstillText(producer) : '';
	return [
		{text: theme.accent('salesmon'), rank: 6},
		...(dashboard?.moment === 'asked'
			? pastPieces(dashboard, options)
			: [{text: stateWord(dashboard, paused, theme), rank: 1, isOwn: true}, ...silencePieces(options)]),
		filterPiece(options),
		{text: isMasked ? theme.alarm(' MASKED ') : '', rank: 1, isOwn: true},
		{text: theme.muted(paceText(dashboard, options)), rank: producer ? 7 : 10, isOwn: true},
		{text: sceneText(producer, theme), rank: 4, isOwn: true},
		{text: standstill === '' ? '' : theme.news(standstill), rank: 3, isOwn: true},
		{text: theme.muted(shorten(label, 32, theme.glyphs.ellipsis)), rank: producer?.replay ? 8 : 11},
	];
}

function sceneText(producer: ProducerState | undefined, theme: Theme): string {
	const scene = producer?.scene;
	return scene ? theme.news(`${scene.title.toUpperCase()} ${printable(scene.words)}`) : '';
}

function rightPieces(options: HeaderOptions): readonly Piece[] {
	const {dashboard, theme, formats, reading} = options;
	const windowName = options.scope?.window ?? dashboard?.window.name ?? defaultWindow;
	const isOther = dashboard !== undefined && dashboard.window.name !== windowName;
	const progress = reading === undefined ? '' : ` ${formats.percent(reading, 0)}`;
	const isReading = reading !== undefined || isOther;
	return [
		{
			text: isReading
				? theme.news(`reading ${windowLabel(windowName)}${theme.glyphs.ellipsis}${progress}`)
				: '',
			rank: 2,
		},
		{text: dashboard ? theme.bold(windowLabel(dashboard.window.name)) : '', rank: isReading ? 5 : 2},
		{text: dashboard ? theme.muted(`since ${windowStart(dashboard.window, formats)}`) : '', rank: 9},
		{text: theme.muted(formats.currency), rank: 13},
		{text: theme.muted(formats.zoneName), rank: 8},
		...momentPieces(dashboard, theme, formats),
	];
}

/** Which sales alone are shown, said in every width. */
function filterPiece({dashboard, scope = dashboard?.scope, theme, columns}: HeaderOptions): Piece {
	const text = scope && scope.filter.length > 0 ? printable(filterText(scope.filter)) : '';
	const room = Math.max(8, Math.floor(columns / 3));
	return {text: text && theme.alarm(` ${shorten(text, room, theme.glyphs.ellipsis)} `), rank: 1, isOwn: true};
}

/** That this is the past, said in every width; and how fast it is played. */
function pastPieces(
	dashboard: Dashboard,
	{theme, formats, columns, paused}: HeaderOptions,
): readonly Piece[] {
	const {speed} = dashboard.scope;
	const texts = pastTexts(dashboard, formats, theme);
	const room = Math.floor(columns * (paused ? 0.45 : 0.65));
	return [
		...(paused ? [{text: stateWord(dashboard, paused, theme), rank: 1, isOwn: true}] : []),
		{text: theme.alarm(` ${firstFitting(texts, room)} `), rank: 0, isOwn: true},
		{text: speed === undefined ? '' : theme.news(`playing ${speedText(speed)}`), rank: 2, isOwn: true},
	];
}

/** Which moment this is. Where it is long past that is said before anything else. */
function momentPieces(dashboard: Dashboard | undefined, theme: Theme, formats: Formats): readonly Piece[] {
	if (!dashboard || dashboard.moment === 'asked') {
		return [];
	}
	const {asOf} = dashboard;
	return dashboard.moment === 'lastSale'
		? [{text: theme.news(`as of ${formats.fullDate(asOf)} ${formats.time(asOf)}`), rank: 1}]
		: [
				{text: theme.muted(`${formats.weekdayDate(asOf)} ${formats.time(asOf)}`), rank: 12},
				{text: lastSale(dashboard, theme, formats), rank: 5},
			];
}

function lastSale({freshness, asOf}: Dashboard, theme: Theme, formats: Formats): string {
	const at = freshness.lastSaleAt;
	if (at === undefined) {
		return '';
	}
	const day = formats.date(at) === formats.date(asOf) ? '' : `${formats.date(at)} `;
	return `${theme.muted('last sale')} ${day}${formats.clock(at)}`;
}

function stateWord(
	dashboard: Dashboard | undefined,
	paused: {readonly salesSince: number} | undefined,
	theme: Theme,
): string {
	if (paused) {
		const {salesSince} = paused;
		return theme.alarm(` PAUSED, ${salesSince} ${salesSince === 1 ? 'sale' : 'sales'} since `);
	}
	const state = dashboard?.freshness.state;
	return state === undefined
		? theme.muted(`${theme.glyphs.dot} STARTING`)
		: stateBrush(state, theme)(`${theme.glyphs.dot} ${state.toUpperCase()}`);
}

export function stateBrush(state: FreshnessState, theme: Theme): Brush {
	const brushes = {live: theme.good, late: theme.news, stale: theme.bad, empty: theme.muted};
	return brushes[state];
}

function paceText(
	dashboard: Dashboard | undefined,
	{producer, theme, formats}: Pick<HeaderOptions, 'producer' | 'theme' | 'formats'>,
): string {
	if (producer) {
		return producer.isRunning || producer.replay ? producerPace(producer, {theme, formats}) : '';
	}
	if (!dashboard || isTooSilent(dashboard)) {
		return '';
	}
	const gap = dashboard.freshness.silence?.gapMs ?? dashboard.freshness.usualGapMs;
	return gap ? `usually ${paceOf(gap)}` : '';
}

/** Why it is late: the silence, what is usual at this time of the week, and how rare it is by chance. */
function silencePieces({dashboard, paused, theme, formats}: HeaderOptions): readonly Piece[] {
	const {silence, lastSaleAt} = dashboard?.freshness ?? {};
	if (paused || !dashboard || !silence || lastSaleAt === undefined || !isTooSilent(dashboard)) {
		return [];
	}
	const {at, gapMs, probability} = silence;
	const hour = `${formats.weekday(at)} ${formats.time(at).slice(0, 2)}:00`;
	return [
		{text: `no sale for ${durationWords(at - lastSaleAt)}`, rank: 3, isOwn: true},
		{text: theme.muted(`${durationWords(gapMs)} is usual ${hour}`), rank: 4},
		{text: theme.muted(probabilityText(probability)), rank: 6},
	];
}

function isTooSilent({freshness}: Dashboard): boolean {
	return freshness.silence !== undefined && (freshness.state === 'late' || freshness.state === 'stale');
}

function probabilityText(probability: number): string {
	return probability < 0.0001 ? 'p < 0.0001' : `p ${probability.toPrecision(1)}`;
}

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

/** Where the reader is: the view and the pages that lead to the open one; the first ones go where it is narrow. */
export function crumbsLine(view: ViewName, navigation: Navigation, columns: number, theme: Theme): string {
	const {ellipsis, into} = theme.glyphs;
	const pages = [...navigation.trail, navigation.here].flatMap(({page}) => (page ? [page.title] : []));
	const names = [`${viewNames.indexOf(view) + 1} ${viewTitles[view]}`, ...pages].map(name =>
		shorten(name, longestCrumb, ellipsis),
	);
	const separator = theme.faint(` ${into} `);
	const write = (from: number) => {
		const before = names.slice(from, -1).map(name => theme.muted(name));
		const last = theme.tab(` ${shorten(names.at(-1)!, columns - 8, ellipsis)} `);
		return ` ${[...(from > 0 ? [theme.muted(ellipsis)] : []), ...before, last].join(separator)}`;
	};
	const from = names.findIndex((_, index) => cellWidth(write(index)) <= columns);
	return write(from < 0 ? names.length - 1 : from);
}

const longestCrumb = 40;

/** Keys for the cursor come before all others while there is one. */
const ranksWithCursor = 100;

/** That the terminal selects no text stands there in every width. */
const rankOfWhatIsOn = 0;

export type FooterKeys = {
	readonly hasProducer: boolean;
	/** Whether the past is played. */
	readonly isPlaying: boolean;
	readonly hasCursor: boolean;
	/** Absent where there is no mouse. */
	readonly isMouseOn?: boolean | undefined;
	/** @default those of the program */
	readonly bindings?: readonly KeyBinding[] | undefined;
};

/** The keys that matter most, as many as fit. */
export function footerLine(
	columns: number,
	{hasProducer, isPlaying, hasCursor, isMouseOn, bindings}: FooterKeys,
	theme: Theme,
): string {
	const pieces = new Map<number, string>();
	const working = activeBindings(hasProducer, bindings).filter(
		({needsPace}) => !needsPace || hasProducer || isPlaying,
	);
	for (const {label, word, footerRank, focusRank, tells} of working) {
		const isOn = tells === 'mouse' ? isMouseOn : undefined;
		const later = footerRank === undefined ? undefined : ranksWithCursor + footerRank;
		const rank = isOn ? rankOfWhatIsOn : hasCursor ? (focusRank ?? later) : footerRank;
		if (rank !== undefined) {
			const together = pieces.get(rank);
			const text = `${theme.accent(label)} ${theme.muted(isOn === undefined ? word : `${word} ${isOn ? 'on' : 'off'}`)}`;
			pieces.set(rank, together === undefined ? text : `${together}  ${text}`);
		}
	}
	const ranked = [...pieces].map(([rank, text]) => ({rank, text}));
	return ` ${joinFitting(ranked, '  ', columns - 2)}`;
}

/** What a key did, on one line. */
export function noticeLine(notice: string, columns: number, theme: Theme): string {
	return ` ${theme.news(shorten(notice, columns - 2, theme.glyphs.ellipsis))}`;
}

/** What went wrong, on one line. */
export function problemLine(problem: string, columns: number, theme: Theme): string {
	return theme.bad(padEnd(shorten(` ! ${printable(problem)}`, columns - 1, theme.glyphs.ellipsis), 0));
}

/** What is alarming, on one line: as many alerts as fit in whole sentences, and how many more there are. */
export function alertLine(alerts: readonly string[], columns: number, theme: Theme): string {
	const sign = theme.alarm(alerts.length === 1 ? ' ALERT ' : ` ${alerts.length} ALERTS `);
	const room = columns - cellWidth(sign) - 3;
	const texts = alerts.map((_, index) => {
		const shown = alerts.slice(0, alerts.length - index).map(printable);
		return `${shown.join('; ')}${index > 0 ? `; ${index} more` : ''}`;
	});
	const whole = texts.find(text => cellWidth(text) <= room);
	return ` ${sign} ${theme.bad(whole ?? cutSentence(alerts[0]!, room, theme.glyphs.ellipsis))}`;
}
