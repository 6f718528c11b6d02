import {memo} from 'react';
import type {Heatmap} from '../../dashboard/dashboard.ts';
import {moneyScale} from '../../money.ts';
import {heatLegend, heatmapChart} from '../charts/heatmap.ts';
import {cellWidth} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';
import {sentenceRows} from '../words/sentences.ts';
import {wholeShortMoney} from '../words/whole-short-money.ts';

export type HeatmapPanelProps = Frame & {
	readonly title: string;
	readonly heatmap: Heatmap;
	/** What stands in the columns, as in `38 regions`. */
	readonly columnsName: string;
	readonly rowsName: string;
	readonly waiting: string;
};

/** Revenue by row and column; the legend sits in the lower border. */
export const HeatmapPanel = memo(function HeatmapPanel(props: HeatmapPanelProps) {
	const {title, heatmap, columnsName, rowsName, waiting, width, height, theme, formats, isFocused, list} =
		props;
	if (heatmap.rows.length === 0 || heatmap.columns.length === 0) {
		return (
			<Panel
				{...{title, width, height, theme, isFocused, list}}
				rows={sentenceRows(waiting, {width, height, theme})}
			/>
		);
	}
	const chart = heatmapChart({
		heatmap,
		width: innerWidth(width),
		height: innerHeight(height),
		theme,
		top: list?.top,
		writers: [wholeShortMoney(formats), value => formats.shortCount(value / moneyScale)],
	});
	const left = [
		chart.shownRows < heatmap.rows.length ? `${chart.shownRows} of ${heatmap.rows.length} ${rowsName}` : '',
		chart.shownColumns < heatmap.columns.length
			? `${chart.shownColumns} of ${heatmap.columns.length} ${columnsName}`
			: '',
	].filter(text => text !== '');
	const legend = heatLegend(theme);
	const range = `${formats.wholeMoney(0)} to ${formats.wholeMoney(chart.most)}`;
	const full = `${legend}  ${theme.muted(range)}`;
	return (
		<Panel
			{...{title, width, height, theme, isFocused, list}}
			measure={[...left, 'revenue'].join(` ${theme.glyphs.separator} `)}
			note={cellWidth(full) + 8 <= width ? full : legend}
			rows={chart.rows}
		/>
	);
});
