import type {Heatmap} from '../../dashboard/dashboard.ts';
import {cellWidth, fitName, padEnd, padStart, shorten} from '../fit.ts';
import type {Theme} from '../theme/theme.ts';

export type HeatmapChart = {
	/** The axis, then one row each. */
	readonly rows: readonly string[];
	readonly shownRows: number;
	readonly shownColumns: number;
	/** The highest cell of the whole map. */
	readonly most: number;
};

export type HeatmapChartOptions = {
	readonly heatmap: Heatmap;
	readonly width: number;
	readonly height: number;
	readonly theme: Theme;
	/** The first row shown. @default 0 */
	readonly top?: number | undefined;
	/** Ways to write a value into its cell, longest first; the first that fits into all of them is taken. */
	readonly writers?: readonly ((value: number) => string)[];
};

// Below 1 the low steps get more of the ramp: sales are many small cells and few large ones.
const rampPower = 0.75;
const narrowestLabel = 9;
const widestName = 14;
const narrowestName = 7;

/** The step of the ramp for a value: -1 for nothing, or less than nothing. */
export function heatLevel(value: number, most: number, steps: number): number {
	if (!(value > 0) || !(most > 0)) {
		return -1;
	}
	return Math.min(steps - 1, Math.floor((value / most) ** rampPower * steps));
}

/** Rows of a heat map. Rows and columns that do not fit are left out, the last ones first. */
export function heatmapChart({
	heatmap,
	width,
	height,
	theme,
	top = 0,
	writers = [],
}: HeatmapChartOptions): HeatmapChart {
	const most = Math.max(0, ...heatmap.cells.flat());
	const labels = heatmap.rows.slice(top, top + Math.max(0, height - 1));
	const isNamed = heatmap.columns.some(column => cellWidth(column) > 2);
	const longest = Math.max(0, ...labels.map(cellWidth));
	const {labelWidth, cell} = isNamed
		? namedWidths(heatmap.columns, longest, width)
		: hourWidths(heatmap.columns.length, longest, width);
	const shownColumns = Math.max(
		0,
		Math.min(heatmap.columns.length, Math.floor((width - labelWidth - 1) / cell)),
	);
	const columns = heatmap.columns.slice(0, shownColumns);
	const shown = heatmap.cells.slice(top, top + labels.length).flatMap(row => row.slice(0, shownColumns));
	const write = isNamed
		? writers.find(candidate => shown.every(value => cellWidth(candidate(value)) <= cell - 2))
		: undefined;
	const axis = isNamed
		? columns.map(column => heading(column, cell, write !== undefined, theme)).join('')
		: hourAxis(columns, cell);
	const paintCell = (value: number) => {
		const step = theme.heat[heatLevel(value, most, theme.heat.length)];
		if (write && value !== 0) {
			const words = `${padStart(write(value), cell - 1)} `;
			return step ? step.text(words) : words;
		}
		return step ? step.fill(cell) : theme.faint(padEnd(value < 0 ? '-' : theme.glyphs.nothing, cell));
	};
	return {
		most,
		shownColumns,
		shownRows: labels.length,
		rows: [
			' '.repeat(labelWidth + 1) + theme.muted(axis.trimEnd()),
			...labels.map((label, row) => {
				const cells = heatmap.cells[top + row]?.slice(0, shownColumns) ?? [];
				return `${fitName(label, labelWidth, theme.glyphs.ellipsis)} ${joinRuns(cells, paintCell)}`;
			}),
		].slice(0, Math.max(0, height)),
	};
}

function joinRuns(cells: readonly number[], paint: (value: number) => string): string {
	return cells.map(paint).join('');
}

/** Above numbers, names end where these do. */
function heading(name: string, cell: number, isOverNumbers: boolean, theme: Theme): string {
	const text = shorten(name, cell - (isOverNumbers ? 2 : 1), theme.glyphs.ellipsis);
	return isOverNumbers ? `${padStart(text, cell - 1)} ` : padEnd(text, cell);
}

type Widths = {readonly labelWidth: number; readonly cell: number};

/** The widest cells that leave the labels whole; two columns an hour are worth cutting labels for. */
function hourWidths(count: number, longest: number, width: number): Widths {
	const cells = [4, 3, 2].map(cell => ({cell, labelWidth: Math.min(20, longest, width - 1 - cell * count)}));
	const whole = cells.find(({labelWidth}) => labelWidth >= Math.min(20, longest));
	const cut = cells.find(({cell, labelWidth}) => cell === 2 && labelWidth >= narrowestLabel);
	return whole ?? cut ?? {cell: 1, labelWidth: Math.max(0, Math.min(20, longest, width - 1 - count))};
}

/** As wide as the names ask for, as long as all columns fit; then narrower; then fewer columns. */
function namedWidths(columns: readonly string[], longest: number, width: number): Widths {
	const labelWidth = Math.min(20, longest, Math.max(6, Math.floor(width * 0.3)));
	const even = Math.floor((width - labelWidth - 1) / columns.length);
	const wanted = Math.max(widestName, Math.max(...columns.map(cellWidth)) + 1);
	return {labelWidth, cell: Math.max(narrowestName, Math.min(even, wanted))};
}

/** Every hour's number where there is room, else every second, third, sixth. */
function hourAxis(columns: readonly string[], cell: number): string {
	const every = [1, 2, 3, 6, 12].find(step => step * cell >= 3 && (step > 1 || cell >= 4)) ?? 12;
	return columns
		.map((column, index) => (index % every === 0 ? padEnd(column, cell * every) : ''))
		.join('')
		.trimEnd();
}

/** The ramp between the words: `less ▂▃▅ more`. */
export function heatLegend(theme: Theme): string {
	const ramp = theme.heat.map(step => step.fill(theme.heat.length > 6 ? 1 : 2)).join('');
	return `${theme.muted('less ')}${ramp}${theme.muted(' more')}`;
}
