import {Box, Text} from 'ink';
import {useMemo} from 'react';
import type {Dashboard} from '../dashboard/dashboard.ts';
import type {WindowName} from '../dashboard/window.ts';
import type {Formats} from '../format.ts';
import {footerLine, headerLine, problemLine, tabsLine} from './chrome-lines.ts';
import {DrawPanel, hasOneCategory} from './draw-panel.tsx';
import {Help} from './help.tsx';
import {huesOf} from './hues.ts';
import {arrange, chrome, smallest} from './layout.ts';
import type {ProducerState} from './producer-control.ts';
import {smallestLines} from './smallest-lines.ts';
import type {Theme} from './theme.ts';
import type {ViewName} from './view-names.ts';

export type ScreenProps = {
	/** Absent until the first read is done. */
	readonly dashboard: Dashboard | undefined;
	/** The window asked for, where it may still be another than the dashboard's. */
	readonly windowName?: WindowName | undefined;
	readonly view: ViewName;
	/** The frame has exactly this size. */
	readonly columns: number;
	readonly rows: number;
	readonly formats: Formats;
	readonly theme: Theme;
	/** Where the sales come from: `simulated`, or a file's name. */
	readonly label: string;
	readonly producer?: ProducerState | undefined;
	/** Set while the picture is frozen. */
	readonly paused?: {readonly salesSince: number} | undefined;
	readonly isHelpOpen?: boolean;
	/** Share done, 0 to 1, of a long read. */
	readonly reading?: number | undefined;
	readonly problem?: string | undefined;
	/**
	 * The keys that work; left out where nobody can press one.
	 * @default false
	 */
	readonly hasFooter?: boolean;
};

/** One frame. It needs no terminal: everything that it shows is given to it. */
export function Screen(props: ScreenProps) {
	const {
		dashboard,
		view,
		columns,
		rows,
		theme,
		formats,
		producer,
		problem,
		isHelpOpen,
		hasFooter = false,
	} = props;
	if (columns < smallest.columns || rows < smallest.lines) {
		return <Text wrap="truncate">{smallestLines(props).join('\n')}</Text>;
	}
	const has = (name: 'header' | 'tabs' | 'footer') =>
		rows >= chrome.find(({part}) => part === name)!.fromLines && (name !== 'footer' || hasFooter);
	const head = [
		...(has('header') ? [headerLine(props)] : []),
		...(has('tabs') ? [tabsLine(view, columns, theme)] : []),
		...(problem === undefined ? [] : [problemLine(problem, columns, theme)]),
	];
	const footer = has('footer') ? footerLine(columns, producer !== undefined, theme) : undefined;
	const height = rows - head.length - (footer === undefined ? 0 : 1);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			{head.length > 0 && <Text wrap="truncate">{head.join('\n')}</Text>}
			<Box flexDirection="column" width={columns} height={height} flexShrink={0}>
				{isHelpOpen ? (
					<Help width={columns} height={height} theme={theme} hasProducer={producer !== undefined} />
				) : dashboard ? (
					<View {...{dashboard, view, theme, formats}} width={columns} height={height} />
				) : (
					<Text>{theme.muted(` Reading the sales${theme.glyphs.ellipsis}`)}</Text>
				)}
			</Box>
			{footer !== undefined && <Text wrap="truncate">{footer}</Text>}
		</Box>
	);
}

type ViewProps = {
	readonly dashboard: Dashboard;
	readonly view: ViewName;
	readonly theme: Theme;
	readonly formats: Formats;
	readonly width: number;
	readonly height: number;
};

function View({dashboard, view, theme, formats, width, height}: ViewProps) {
	const {categories, inventory, regions} = dashboard;
	const categoryHue = useHues([
		...categories.map(group => group.name),
		...inventory.map(entry => entry.category),
	]);
	const regionHue = useHues(regions.map(group => group.name));
	const bands = arrange(view, width, height, {
		regions: regions.length,
		stock: inventory.length,
		groups: hasOneCategory(dashboard) ? regions.length : categories.length,
	});
	return bands.map(band => (
		<Box key={band.slots[0]!.panel} width={width} height={band.height} flexShrink={0}>
			{band.slots.map(slot => (
				<DrawPanel
					key={slot.panel}
					panel={slot.panel}
					width={slot.width}
					height={band.height}
					{...{dashboard, theme, formats, categoryHue, regionHue}}
				/>
			))}
		</Box>
	));
}

/** Stays the same while the names do, so that panels need not be drawn anew. */
function useHues(names: readonly string[]) {
	const key = [...new Set(names)].sort().join('\n');
	return useMemo(() => huesOf(key.split('\n')), [key]);
}
