import type {Dashboard, GroupSales} from '../../dashboard/dashboard.ts';
import {toGroup} from '../lists/page-links.ts';
import {panelList, type RowKind} from '../lists/panel-list.ts';
import {rowsOf} from '../panel-height.ts';
import {GroupsPanel, type GroupsPanelProps} from '../panels/groups-panel.tsx';
import {HeatmapPanel} from '../panels/heatmap-panel.tsx';
import {noSalesWords} from '../words/no-sales.ts';
import {topCustomers} from './customer-panels.tsx';
import {listPanel, type ViewPanel} from './view-panel.ts';

type Noun = 'category' | 'region';

const kinds = {
	category: {plural: 'categories', rowCount: 'groups'},
	region: {plural: 'regions', rowCount: 'regions'},
} as const;

const groupRows = (noun: Noun): RowKind<GroupSales> => ({
	idOf: group => group.name,
	sortable: {
		orders: group => group.orders,
		units: group => group.units,
		[noun]: group => group.name,
		revenue: group => group.revenue,
	},
	leadsTo: group => toGroup(noun, group.name),
});

function groupsPanel(noun: Noun, title: string, show: GroupsPanelProps['show']) {
	const {plural, rowCount} = kinds[noun];
	const rows = groupRows(noun);
	return listPanel({
		height: rowsOf(rowCount, 7),
		report: plural,
		list: (dashboard, sort) => panelList(dashboard[plural], rows, sort),
		draw: (groups, {frame, dashboard, ...hues}) => (
			<GroupsPanel
				{...frame}
				{...{title, groups, noun, show}}
				hueOf={hues[`${noun}Hue`]}
				waiting={noSalesWords(dashboard)}
			/>
		),
	});
}

type HeatmapName = keyof Dashboard['heatmaps'];

const nameRows = (noun: Noun): RowKind<string> => ({
	idOf: name => name,
	sortable: {},
	leadsTo: name => toGroup(noun, name),
});

function heatmapPanel(noun: Noun, columns: 'hour' | 'region', heatmap: HeatmapName, report: string) {
	const {plural, rowCount} = kinds[noun];
	const rows = nameRows(noun);
	return listPanel({
		height: rowsOf(rowCount, 7),
		report,
		list: ({heatmaps}) => panelList(heatmaps[heatmap].rows, rows),
		draw: (_, {frame, dashboard}) => (
			<HeatmapPanel
				{...frame}
				title={`${noun === 'category' ? 'Category' : 'Region'} ${frame.theme.glyphs.times} ${columns}`}
				heatmap={dashboard.heatmaps[heatmap]}
				rowsName={plural}
				columnsName={`${columns}s`}
				waiting={noSalesWords(dashboard)}
			/>
		),
	});
}

const regions = groupsPanel('region', 'Sales by region', 'both');
const regionHours = heatmapPanel('region', 'hour', 'regionHours', 'region-hours');
const categoryHours = {
	...heatmapPanel('category', 'hour', 'categoryHours', 'category-hours'),
	byRegion: regionHours,
};

/** Sales by category and region. */
export const groupPanels = {
	mainHeatmap: {...categoryHours, height: rowsOf('groups', 6)},
	mainGroups: {
		...groupsPanel('category', 'Sales by category', 'both'),
		byRegion: regions,
		height: rowsOf('groups', 6),
	},
	categoryHours,
	categoryRegions: {
		...heatmapPanel('category', 'region', 'categoryRegions', 'category-regions'),
		byRegion: topCustomers,
	},
	regionHours,
	categoryCounts: {
		...groupsPanel('category', 'Orders by category', 'counts'),
		byRegion: groupsPanel('region', 'Orders by region', 'counts'),
	},
	categoryShares: {
		...groupsPanel('category', 'Revenue by category', 'shares'),
		byRegion: groupsPanel('region', 'Revenue by region', 'shares'),
	},
	regions,
} satisfies Readonly<Record<string, ViewPanel>>;
