import {cellWidth, padStart} from '../fit.ts';
import type {Brush, Theme} from '../theme/theme.ts';
import {timeAxis, valueAxis} from './axis.ts';
import {createBrailleCanvas} from './braille-canvas.ts';
import {interpolate, shrink} from './resample.ts';
import {type RevenueSeries, scaleOfSeries} from './series.ts';

/** Fewer columns than this show no course. */
export const narrowestPlot = 6;

export type AreaChartOptions = {
	readonly series: RevenueSeries;
	readonly width: number;
	readonly height: number;
	readonly theme: Theme;
	readonly format: (value: number) => string;
};

/** A fine line over a filled area, going on into the forecast and its band of 80 %. */
export function areaChart(options: AreaChartOptions): readonly string[] {
	const {series, width, height, theme, format} = options;
	if (series.past.length === 0 || height < 2) {
		return [];
	}
	const rows = height - 1;
	const {low, high} = scaleOfSeries(series);
	const marks = valueAxis({low, high}, rows, format);
	const labelWidth = Math.max(...marks.map(mark => cellWidth(mark)));
	const columns = width - labelWidth - 2;
	if (columns < narrowestPlot) {
		return [];
	}
	const count = series.past.length + series.ahead.length;
	const split =
		series.ahead.length === 0 ? columns : Math.round((columns * (series.past.length - 0.5)) / count);
	// The forecast begins where the past ends, so its band opens from a point.
	const last = series.past.at(-1)!;
	const past = {values: interpolate(series.past, split * 2), from: 0};
	const ahead = (pick: (point: RevenueSeries['ahead'][number]) => number) =>
		interpolate([last, ...series.ahead.map(pick)], (columns - split) * 2);
	const dots = rows * 4 - 1;
	const yOf = (value: number) => Math.round(dots - ((value - low) / (high - low)) * dots);
	const pastLine = createBrailleCanvas(columns, rows);
	const aheadLine = createBrailleCanvas(columns, rows);
	drawLine(pastLine, past.values.map(yOf), 0);
	const aheadValues = series.ahead.length > 0 ? ahead(point => point.mean) : [];
	drawLine(aheadLine, aheadValues.map(yOf), split * 2);
	const top = shrink(series.ahead.length > 0 ? ahead(point => point.hi80) : [], columns - split).map(yOf);
	const bottom = shrink(series.ahead.length > 0 ? ahead(point => point.lo80) : [], columns - split).map(yOf);
	const areaTop = shrink(past.values, split).map(yOf);
	const zero = yOf(Math.max(low, 0));

	const cellAt = (column: number, row: number): PaintedGlyph => {
		const pastGlyph = pastLine.glyph(column, row);
		const area = column < split ? covered(row, areaTop[column]!, zero) : none;
		if (pastGlyph !== undefined) {
			return {paint: area.upper || area.lower ? theme.accentOnArea : theme.accent, glyph: pastGlyph};
		}
		const band = column < split ? none : covered(row, top[column - split]!, bottom[column - split]!);
		const aheadGlyph = aheadLine.glyph(column, row);
		if (aheadGlyph !== undefined) {
			return {paint: band.upper || band.lower ? theme.forecastInBand : theme.forecast, glyph: aheadGlyph};
		}
		return column < split
			? filling(area, paintArea, theme.edges?.area)
			: filling(band, paintBand, theme.edges?.band);
	};
	const paintArea = (glyphs: string) => theme.areaCells(glyphs.length);
	const paintBand = (glyphs: string) => theme.bandCells(glyphs.length);
	return [
		...marks.map((mark, row) => {
			const cells = Array.from({length: columns}, (_, column) => cellAt(column, row));
			const axis = theme.faint(mark === '' ? theme.glyphs.axis : theme.glyphs.axisMark);
			return `${theme.muted(padStart(mark, labelWidth))} ${axis}${paintRuns(cells)}`;
		}),
		' '.repeat(labelWidth + 2) + theme.muted(timeAxis(series.marks, columns)),
	];
}

type PaintedGlyph = {readonly paint: Brush; readonly glyph: string};

/** Which halves of a cell lie in a stretch of dots. */
type Halves = {readonly upper: boolean; readonly lower: boolean};

const none: Halves = {upper: false, lower: false};

function covered(row: number, fromDot: number, toDot: number): Halves {
	const isIn = (middle: number) => middle >= fromDot - 0.5 && middle <= toDot + 0.5;
	return {upper: isIn(row * 4 + 0.5), lower: isIn(row * 4 + 2.5)};
}

const blank: Brush = text => text;

/** Half blocks make edges twice as fine, where they can be painted. */
function filling({upper, lower}: Halves, whole: Brush, edge: Brush | undefined): PaintedGlyph {
	if (upper === lower || !edge) {
		return {paint: upper || lower ? whole : blank, glyph: ' '};
	}
	return {paint: edge, glyph: upper ? '▀' : '▄'};
}

function paintRuns(cells: readonly PaintedGlyph[]): string {
	let text = '';
	for (let start = 0; start < cells.length; ) {
		const {paint} = cells[start]!;
		let end = start + 1;
		while (cells[end]?.paint === paint) {
			end++;
		}
		const glyphs = cells.slice(start, end).map(cell => cell.glyph);
		text += paint(glyphs.join(''));
		start = end;
	}
	return text;
}

function drawLine(
	canvas: ReturnType<typeof createBrailleCanvas>,
	heights: readonly number[],
	from: number,
): void {
	for (const [index, height] of heights.entries()) {
		canvas.line(from + Math.max(0, index - 1), heights[Math.max(0, index - 1)]!, from + index, height);
	}
}
