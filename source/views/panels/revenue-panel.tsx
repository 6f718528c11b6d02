import {memo} from 'react';
import type {Forecast, Trend} from '../../dashboard/dashboard.ts';
import {areaChart} from '../charts/area-chart.ts';
import {lineChart} from '../charts/line-chart.ts';
import {revenueSeries} from '../charts/series.ts';
import {sparkline} from '../charts/sparkline.ts';
import {cellWidth} from '../fit.ts';
import {forecastNote} from '../forecast-words.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';

export type RevenuePanelProps = Frame & {
	readonly trend: Trend;
	/** Of the coming days; says what is missing where the trend has no outlook. */
	readonly forecast: Forecast;
	/** A fine area of dots, or the line that asciichart draws. */
	readonly style: 'area' | 'line';
	readonly waiting: string;
};

/** Revenue over the window, and where it is going. */
export const RevenuePanel = memo(function RevenuePanel(props: RevenuePanelProps) {
	const {trend, forecast, style, waiting, width, height, theme, formats} = props;
	const series = revenueSeries(trend, formats);
	const room = {width: innerWidth(width), height: innerHeight(height)};
	const hasOutlook = series.ahead.length > 0;
	const draw = style === 'area' && theme.glyphs.hasBraille ? areaChart : lineChart;
	const isEmpty = trend.points.every(point => point.orders === 0 && point.revenue === 0);
	const chart = isEmpty ? [theme.muted(waiting)] : draw({series, ...room, theme, format: formats.shortMoney});
	const note = trend.outlook
		? forecastNote(trend.outlook, trend.unit, formats)
		: forecastNote(forecast, 'day', formats);
	const legend = hasOutlook
		? `${theme.muted(note)}  ${theme.bandCells(2)} ${theme.muted('80 % band')}`
		: theme.muted(note);
	return (
		<Panel
			{...{width, height, theme}}
			title={hasOutlook ? 'Revenue and forecast' : 'Revenue'}
			measure={`by ${trend.unit}`}
			note={cellWidth(legend) + 8 <= width ? legend : theme.muted(note)}
			rows={chart.length > 0 ? chart : [theme.accent(sparkline(series.past, room.width, theme.glyphs))]}
		/>
	);
});
