import {plot} from 'asciichart';
import {cellWidth, padStart} from '../fit.ts';
import type {AreaChartOptions} from './area-chart.ts';
import {timeAxis} from './axis.ts';
import {interpolate} from './resample.ts';
import {scaleOf} from './scale.ts';

/** asciichart puts a blank and its axis after a label. */
const axisWidth = 2;

/**
 * A line drawn by asciichart, one value a column, going on into the forecast and its band of 80 %.
 *
 * It is given finite numbers and a scale with height: it throws on NaN and on no values at all.
 */
export function lineChart({series, width, height, theme, format}: AreaChartOptions): readonly string[] {
	if (series.past.length === 0 || height < 3 || width < 12) {
		return [];
	}
	const rows = height - 1;
	const scale = scaleOf([...series.past, ...series.ahead.map(point => point.hi80)]);
	const label = (row: number) => format(scale.high - ((scale.high - scale.low) * row) / (rows - 1));
	const labelWidth = Math.max(3, ...Array.from({length: rows}, (_, row) => cellWidth(label(row))));
	const columns = width - labelWidth - axisWidth;
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
		[values[0]!, ...values].map(value => rows - 1 - rowOf(value)),
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
	const marked = Math.max(1, Math.round((rows - 1) / 4));
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
			const isMarked = row === rows - 1 || (row % marked === 0 && rows - 1 - row >= marked / 2);
			const mark = padStart(isMarked ? label(row) : '', labelWidth);
			return `${theme.muted(mark)} ${theme.faint(theme.glyphs.axis)}${theme.accent(past)}${rest}`;
		}),
		' '.repeat(labelWidth + axisWidth) + theme.muted(timeAxis(series.labels, columns)),
	];
}
