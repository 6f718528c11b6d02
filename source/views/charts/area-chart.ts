import {cellWidth, padStart} from '../fit.ts';
import type {Theme} from '../theme.ts';
import {timeAxis} from './axis.ts';
import {createBrailleCanvas} from './braille-canvas.ts';
import {interpolate, shrink} from './resample.ts';
import {scaleOf} from './scale.ts';
import type {RevenueSeries} from './series.ts';

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
	if (series.past.length === 0 || height < 2 || width < 12) {
		return [];
	}
	const rows = height - 1;
	const {low, high} = scaleOf([...series.past, ...series.ahead.map(point => point.hi80)]);
	const marks = axisMarks(low, high, rows, format);
	const labelWidth = Math.max(...marks.map(mark => cellWidth(mark)));
	const columns = width - labelWidth - 2;
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

	const cellAt = (column: number, row: number): Cell => {
		const middle = row * 4 + 1.5;
		const pastGlyph = pastLine.glyph(column, row);
		if (pastGlyph !== undefined) {
			return {kind: 'past', glyph: pastGlyph};
		}
		const index = column - split;
		const isInBand = index >= 0 && middle >= top[index]! && middle <= bottom[index]!;
		const aheadGlyph = aheadLine.glyph(column, row);
		if (aheadGlyph !== undefined) {
			return {kind: isInBand ? 'aheadInBand' : 'ahead', glyph: aheadGlyph};
		}
		if (isInBand) {
			return {kind: 'band', glyph: ' '};
		}
		const isBelow = column < split && middle >= areaTop[column]! && middle <= zero + 2;
		return {kind: isBelow ? 'area' : 'blank', glyph: ' '};
	};
	return [
		...marks.map((mark, row) => {
			const cells = Array.from({length: columns}, (_, column) => cellAt(column, row));
			const axis = theme.faint(theme.glyphs.axis);
			return `${theme.muted(padStart(mark, labelWidth))} ${axis}${paintRuns(cells, theme)}`;
		}),
		' '.repeat(labelWidth + 2) + theme.muted(timeAxis(series.labels, columns)),
	];
}

type Cell = {
	readonly kind: 'past' | 'ahead' | 'aheadInBand' | 'band' | 'area' | 'blank';
	readonly glyph: string;
};

function paintRuns(cells: readonly Cell[], theme: Theme): string {
	let text = '';
	for (let start = 0; start < cells.length; ) {
		const {kind} = cells[start]!;
		let end = start + 1;
		while (cells[end]?.kind === kind) {
			end++;
		}
		const glyphs = cells
			.slice(start, end)
			.map(cell => cell.glyph)
			.join('');
		text += paintRun(kind, glyphs, theme);
		start = end;
	}
	return text;
}

function paintRun(kind: Cell['kind'], glyphs: string, theme: Theme): string {
	switch (kind) {
		case 'past':
			return theme.accent(glyphs);
		case 'ahead':
			return theme.forecast(glyphs);
		case 'aheadInBand':
			return theme.forecastInBand(glyphs);
		case 'band':
			return theme.bandCells(glyphs.length);
		case 'area':
			return theme.areaCells(glyphs.length);
		case 'blank':
			return glyphs;
	}
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

/** The top, the bottom and some rows between carry a value. */
function axisMarks(low: number, high: number, rows: number, format: (value: number) => string): string[] {
	const every = rows <= 3 ? rows - 1 || 1 : rows <= 8 ? Math.ceil((rows - 1) / 2) : Math.ceil((rows - 1) / 4);
	return Array.from({length: rows}, (_, row) => {
		const isMarked = row === rows - 1 || (row % every === 0 && rows - 1 - row >= Math.min(2, every));
		return isMarked ? format(high - ((high - low) * row) / Math.max(1, rows - 1)) : '';
	});
}
