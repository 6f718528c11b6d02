import type {Dashboard, FreshnessState} from '../../dashboard/dashboard.ts';
import {defaultWindow} from '../../dashboard/window-name.ts';
import {durationWords} from '../../duration.ts';
import {filterText} from '../../filter.ts';
import {type Formats, printable} from '../../format.ts';
import {cellWidth, firstFitting, shorten} from '../fit.ts';
import type {ProducerState} from '../producer-control.ts';
import type {ScreenProps} from '../screen.tsx';
import type {Brush, Theme} from '../theme/theme.ts';
import {paceOf} from '../words/pace.ts';
import {pastTexts, speedText} from '../words/past-words.ts';
import {producerPace, standstillText} from '../words/producer-words.ts';
import {windowLabel, windowStart} from '../words/window-label.ts';

export type HeaderOptions = Pick<
	ScreenProps,
	| 'dashboard'
	| 'scope'
	| 'columns'
	| 'theme'
	| 'formats'
	| 'label'
	| 'isMasked'
	| 'producer'
	| 'paused'
	| 'reading'
>;

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
