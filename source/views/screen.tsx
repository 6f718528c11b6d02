import {useMemo} from 'react';
import type {Dashboard} from '../dashboard/dashboard.ts';
import {maskDashboard, maskPage} from '../dashboard/mask-dashboard.ts';
import type {Page} from '../dashboard/page.ts';
import type {Scope} from '../dashboard/scope.ts';
import type {Formats} from '../format.ts';
import {maskedFormats} from '../masked-formats.ts';
import {crumbsLine} from './chrome/crumbs-line.ts';
import {footerLine} from './chrome/footer-line.ts';
import {headerLine} from './chrome/header-line.ts';
import {alertLine, noticeLine, problemLine} from './chrome/message-lines.ts';
import {tabsLine} from './chrome/tabs-line.ts';
import {frameParts, smallest} from './frame-parts.ts';
import {Help} from './help.tsx';
import type {KeyBinding} from './key-binding.ts';
import {type Box, initialNavigation, maskNavigation, type Navigation, spotIn} from './navigation.ts';
import {isPagePanel, pagePanels} from './pages/page-panels.tsx';
import type {Problem} from './problem.ts';
import type {ProducerState} from './producer-control.ts';
import {PromptPanel, type PromptPanelProps} from './prompts/prompt-panel.tsx';
import {smallestLines} from './smallest-lines.ts';
import {SqlPanel} from './sql-panel.tsx';
import {type DrawnScene, openPage, placePanels} from './stage.ts';
import {At, Canvas, Lines} from './surface.tsx';
import {huesOf} from './theme/hues.ts';
import type {Theme} from './theme/theme.ts';
import type {ViewName} from './view-names.ts';
import {shownPanel} from './view-panels/view-panels.ts';
import type {Vitals} from './vitals.ts';

export type ScreenProps = {
	/** Absent until the first read is done. */
	readonly dashboard: Dashboard | undefined;
	/** The page that was read last. */
	readonly page?: Page | undefined;
	/** What is asked for, where the dashboard may still be of something else. */
	readonly scope?: Scope | undefined;
	/** What is being typed; it stands in the place of the panels. */
	readonly prompt?: Pick<PromptPanelProps, 'prompt' | 'title' | 'example' | 'choices' | 'note'> | undefined;
	readonly view: ViewName;
	/** The frame has exactly this size. */
	readonly columns: number;
	readonly rows: number;
	readonly formats: Formats;
	readonly theme: Theme;
	/** Where the sales come from: `simulated`, or a file's name. */
	readonly label: string;
	readonly producer?: ProducerState | undefined;
	/** How the program is doing; absent where nobody measures. */
	readonly vitals?: Vitals | undefined;
	/** Set while the picture is frozen. */
	readonly paused?: {readonly salesSince: number} | undefined;
	/** Where in the view the reader is; nowhere unless it is given. */
	readonly navigation?: Navigation | undefined;
	/** Whether money and names of customers are not to be read. @default false */
	readonly isMasked?: boolean;
	readonly isHelpOpen?: boolean;
	/** The SQL behind a panel, in place of the panels. */
	readonly sql?: {readonly text: string | undefined; readonly command: string} | undefined;
	/** Which part of the help or the SQL is shown. */
	readonly part?: number;
	/** What the last key did, in place of the keys. */
	readonly notice?: string | undefined;
	/** Share done, 0 to 1, of a long read. */
	readonly reading?: number | undefined;
	readonly problem?: Problem | undefined;
	/** What the alerts say that go on. */
	readonly alerts?: readonly string[] | undefined;
	/**
	 * The keys that work; left out where nobody can press one.
	 * @default false
	 */
	readonly hasFooter?: boolean;
	/** Absent where there is no mouse. */
	readonly isMouseOn?: boolean | undefined;
	/** @default those of the program */
	readonly bindings?: readonly KeyBinding[] | undefined;
};

/** How many lines stand between the tabs and the panels. */
export function linesBesides({problem, alerts = []}: Pick<ScreenProps, 'problem' | 'alerts'>): number {
	return Number(problem !== undefined) + Number(alerts.length > 0);
}

/** One frame. It needs no terminal: everything that it shows is given to it. */
export function Screen(given: ScreenProps) {
	const props = useMask(given);
	const {
		dashboard,
		page,
		view,
		columns,
		rows,
		theme,
		formats,
		producer,
		problem,
		alerts = [],
		isHelpOpen,
		prompt,
		sql,
		part = 0,
		notice,
		navigation = initialNavigation,
		hasFooter = false,
		bindings,
	} = props;
	if (columns < smallest.columns || rows < smallest.lines) {
		return (
			<Canvas>
				<At left={0} top={0}>
					<Lines lines={smallestLines(props)} />
				</At>
			</Canvas>
		);
	}
	const parts = frameParts(rows, {footer: hasFooter, otherLines: linesBesides(props)});
	const crumbs = crumbsLine(view, navigation, columns, theme);
	// Where there is one line only, what one looks at matters more than whether it is alive.
	const hasPageAlone = navigation.here.page !== undefined && !parts.hasTabs;
	const head = [
		...(parts.hasHeader ? [hasPageAlone ? crumbs : headerLine(props)] : []),
		...(parts.hasTabs ? [navigation.here.page ? crumbs : tabsLine(view, columns, theme)] : []),
		...(alerts.length === 0 ? [] : [alertLine(alerts, columns, theme)]),
		...(problem === undefined ? [] : [problemLine(problem.text, columns, theme)]),
	];
	const keys = {
		hasProducer: producer !== undefined,
		isPlaying: dashboard?.scope.speed !== undefined,
		hasCursor: navigation.here.focus !== undefined,
		isMouseOn: props.isMouseOn,
		bindings,
	};
	const room = {left: 0, top: parts.top, width: columns, height: parts.height};
	const {width, height} = room;
	return (
		<Canvas>
			<At left={0} top={0}>
				<Lines lines={head} />
			</At>
			{dashboard && !prompt && !isHelpOpen && !sql ? (
				<View
					{...{dashboard, page, view, navigation, theme, formats, producer, room}}
					vitals={props.vitals}
				/>
			) : (
				<At {...room}>
					{prompt ? (
						<PromptPanel {...{width, height, theme}} {...prompt} />
					) : isHelpOpen ? (
						<Help {...{width, height, theme, bindings, part}} hasProducer={producer !== undefined} />
					) : sql ? (
						<SqlPanel {...sql} {...{width, height, theme, part}} />
					) : (
						<Lines lines={[theme.muted(` Reading the sales${theme.glyphs.dots}`)]} />
					)}
				</At>
			)}
			{parts.hasFooter && (
				<At left={0} top={room.top + height}>
					<Lines
						lines={[
							notice === undefined ? footerLine(columns, keys, theme) : noticeLine(notice, columns, theme),
						]}
					/>
				</At>
			)}
		</Canvas>
	);
}

/** What is drawn where money and names are masked: below here nothing knows them. */
function useMask(props: ScreenProps): ScreenProps {
	const {isMasked, formats, navigation, theme} = props;
	const {mask} = theme.glyphs;
	const masked = useMemo(() => maskedFormats(formats, mask), [formats, mask]);
	return isMasked
		? {
				...props,
				formats: masked,
				dashboard: props.dashboard && maskDashboard(props.dashboard, mask),
				page: props.page && maskPage(props.page),
				navigation: navigation && maskNavigation(navigation),
			}
		: props;
}

type ViewProps = DrawnScene & {
	readonly theme: Theme;
	readonly formats: Formats;
	readonly producer: ProducerState | undefined;
	readonly vitals: Vitals | undefined;
	readonly room: Box;
};

function View({theme, formats, producer, vitals, room, ...scene}: ViewProps) {
	const {dashboard, navigation} = scene;
	const page = openPage(scene);
	const {categories, inventory, regions} = dashboard;
	const categoryHue = useHues([
		...categories.map(group => group.name),
		...inventory.map(entry => entry.category),
	]);
	const regionHue = useHues(regions.map(group => group.name));
	const missing =
		page?.kind === 'missing'
			? ' It is not in the database, or no longer.'
			: navigation.here.page && !page
				? ` Reading${theme.glyphs.dots}`
				: undefined;
	if (missing !== undefined) {
		return (
			<At {...room}>
				<Lines lines={[theme.muted(missing)]} />
			</At>
		);
	}
	return placePanels(scene, room).map(({panel, box: {left, top, width, height}}) => {
		const spot = spotIn(navigation, panel);
		const drawn = {dashboard, spot, frame: {width, height, theme, formats, isFocused: spot.isFocused}};
		return (
			<At key={panel} {...{left, top}}>
				{isPagePanel(panel)
					? page && pagePanels[panel].draw({...drawn, page})
					: shownPanel(panel, dashboard).draw({...drawn, categoryHue, regionHue, producer, vitals})}
			</At>
		);
	});
}

/** Stays the same while the names do, so that panels need not be drawn anew. */
function useHues(names: readonly string[]) {
	const key = [...new Set(names)].sort().join('\n');
	return useMemo(() => huesOf(key.split('\n')), [key]);
}
