import type {ExplainedBy, ExplainedRow} from '../../dashboard/explain-change.ts';
import {toGroup} from '../lists/page-links.ts';
import type {RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {ChangePanel} from '../panels/change-panel.tsx';
import {type PagePanel, pageListPanel, windowOf} from './page-panel.tsx';

const effectRows = (by: ExplainedBy): RowKind<ExplainedRow> => ({
	idOf: row => row.name,
	sortable: {
		volume: row => row.volume,
		price: row => row.price,
		mix: row => row.mix,
		returns: row => row.returns,
		after: row => row.after,
	},
	leadsTo: row => (by === 'customers' ? undefined : toGroup(by, row.name)),
});

const effectsPanel = (by: ExplainedBy, panel: Pick<PagePanel, 'height'>) =>
	pageListPanel({
		...panel,
		rows: page => (page.kind === 'change' && page.change.status === 'ready' ? page.change.by[by] : []),
		kind: effectRows(by),
		columns: ({name, money}) => [
			name(by, 0, row => row.name),
			money('before', 4, row => row.before),
			money('after', 3, row => row.after),
			money('change', 0, row => row.change),
			money('volume', 1, row => row.volume),
			money('price', 1, row => row.price),
			money('mix', 1, row => row.mix),
			money('returns', 2, row => row.returns),
		],
		words: drawn => ({title: `By ${by}`, measure: windowOf(drawn), empty: 'Nothing to compare.'}),
	});

/** Of the page of why revenue moved. */
export const changePagePanels = {
	pageEffects: {
		height: fixed(5, 8),
		draw: ({page, frame}) =>
			page.kind === 'change' ? <ChangePanel {...frame} change={page.change} /> : null,
	},
	pageEffectsByCategory: effectsPanel('category', {height: growing(4, 12)}),
	pageEffectsByRegion: effectsPanel('region', {height: growing(4, 12)}),
	pageEffectsByCustomers: effectsPanel('customers', {height: fixed(4, 6)}),
} satisfies Readonly<Record<string, PagePanel>>;
