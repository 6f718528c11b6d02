import {plot} from 'asciichart';
import {cellWidth, padStart} from '../fit.ts';
import {type AreaChartOptions, narrowestPlot} from './area-chart.ts';
import {timeAxis, valueAxis} from './axis.ts';
import {interpolate} from './resample.ts';
import {scaleOfSeries} from './series.ts';

/** asciichart puts a blank and its axis after a label. */
const axisWidth = 2;

/**
 * A line drawn by asciichart, one value a column, going on into the forecast and its band of 80 %.
 *
 * It is given finite numbers and a scale with height: it throws on NaN and on no values at all.
 */
export function lineChart({series, width, height, theme, format}: AreaChartOptions): readonly string[] {
	if (series.past.length === 0 || height < 3) {
		return [];
	}
	const rows = height - 1;
	const scale = scaleOfSeries(series);
	const marks = valueAxis(scale, rows, format);
	const labelWidth = Math.max(...marks.map(cellWidth));
	const columns = width - labelWidth - axisWidth;
	if (columns < narrowestPlot) {
		return [];
	}
	const count = series.past.length + series.ahead.length;
	const split =
		series.ahead.length === 0
			? columns
			: Math.max(1, Math.round((columns * (series.past.length - 0.5)) / count));
	const last = series.past.at(-1)!;
	const ahead = (pick: (point: (typeof series.ahead)[number]) => number) =>
		interpolate([last, ...series.ahead.map(pick)], columns - split);
	const rowOf = (value: number) => ((scale.high - value) / (scale.high - scale.low)) * (rows - 1);
	const values = [
		...interpolate(series.past, split),
		...(series.ahead.length > 0 ? ahead(point => point.mean) : []),
	];
	// In rows from the bottom, so that asciichart's own rounding keeps exactly `rows` of them. It
	// draws the first value into its axis; given twice, the line has a column for each value.
	const drawn = plot(
		[values[0]!, ...values].map(value => Math.max(0, Math.min(rows - 1, rows - 1 - rowOf(value)))),
		{
			min: 0,
			max: rows - 1,
			height: rows - 1,
			offset: 3,
			symbols: [...theme.glyphs.line],
			format: () => '   ',
		},
	).split('\n');
	const top = series.ahead.length > 0 ? ahead(point => point.hi80).map(rowOf) : [];
	const bottom = series.ahead.length > 0 ? ahead(point => point.lo80).map(rowOf) : [];
	const isInBand = (column: number, row: number) =>
		column >= split && row >= top[column - split]! - 0.5 && row <= bottom[column - split]! + 0.5;
	return [
		...drawn.map((line, row) => {
			const glyphs = [...line].slice(5, 5 + columns);
			const past = glyphs.slice(0, split).join('').trimEnd();
			let rest = ' '.repeat(split - [...past].length);
			for (let column = split; column < columns; column++) {
				const glyph = glyphs[column] ?? ' ';
				const isBand = isInBand(column, row);
				rest +=
					glyph === ' '
						? isBand
							? theme.bandCells(1)
							: ' '
						: (isBand ? theme.forecastInBand : theme.forecast)(glyph);
			}
			const mark = marks[row]!;
			const axis = mark === '' ? theme.glyphs.axis : theme.glyphs.axisMark;
			const side = `${theme.muted(padStart(mark, labelWidth))} ${theme.faint(axis)}`;
			return `${side}${theme.accent(past)}${rest}`;
		}),
		' '.repeat(labelWidth + axisWidth) + theme.muted(timeAxis(series.marks, columns)),
	];
}
