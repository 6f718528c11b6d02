import {memo} from 'react';
import type {Trend} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import {moneyScale} from '../../money.ts';
import {areaChart} from '../charts/area-chart.ts';
import {lineChart} from '../charts/line-chart.ts';
import {revenueSeries} from '../charts/series.ts';
import {sparkline} from '../charts/sparkline.ts';
import {cellWidth} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';
import {forecastNote} from '../words/forecast-words.ts';
import {sentenceRows} from '../words/sentences.ts';
import {wholeShortMoney} from '../words/whole-short-money.ts';

export type RevenuePanelProps = Frame & {
	readonly trend: Trend;
	/** What a point is, where that is not plain from the trend's unit. */
	readonly measure?: string;
	readonly waiting: string;
};

/** Revenue over the window, and where it is going: a fine area of dots, or the line that asciichart draws. */
export const RevenuePanel = memo(function RevenuePanel(props: RevenuePanelProps) {
	const {trend, measure = `by ${trend.unit}`, waiting, width, height, theme, formats, isFocused} = props;
	const series = revenueSeries(trend, formats);
	const room = {width: innerWidth(width), height: innerHeight(height)};
	const hasOutlook = series.ahead.length > 0;
	const draw = theme.glyphs.hasBraille ? areaChart : lineChart;
	const isEmpty = trend.points.every(point => point.orders === 0 && point.revenue === 0);
	const chart = isEmpty
		? sentenceRows(waiting, {width, height, theme})
		: draw({series, ...room, theme, format: axisMoney(formats)});
	const note = noteOf(trend, hasOutlook, formats);
	const legend = hasOutlook
		? `${theme.muted(note)}  ${theme.bandCells(2)} ${theme.muted('80 % band')}`
		: theme.muted(note);
	return (
		<Panel
			{...{width, height, theme, isFocused}}
			title={hasOutlook ? 'Revenue and forecast' : 'Revenue'}
			measure={measure}
			note={note === '' ? undefined : cellWidth(legend) + 8 <= width ? legend : theme.muted(note)}
			rows={chart.length > 0 ? chart : [theme.accent(sparkline(series.past, room.width, theme.glyphs))]}
		/>
	);
});

/** A forecast's words only where it is drawn, or will be. Where it is not, the open bucket is only told. */
function noteOf({outlook, points, unit}: Trend, isDrawn: boolean, formats: Formats): string {
	if (outlook && (isDrawn || outlook.status === 'collecting')) {
		return forecastNote(outlook, unit, formats);
	}
	const open = points.at(-1);
	return open && open.orders > 0 ? `${unit} so far ${formats.wholeMoney(open.revenue)}` : '';
}

/** Cents only beside a mark that is not whole. */
function axisMoney(formats: Formats): (money: number) => string {
	const whole = wholeShortMoney(formats);
	return money => (money % moneyScale === 0 ? whole : formats.shortMoney)(money);
}
