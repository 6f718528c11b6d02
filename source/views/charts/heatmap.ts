import type {Heatmap} from '../../dashboard/dashboard.ts';
import {cellWidth, fitName, padEnd, padStart, shorten} from '../fit.ts';
import type {Theme} from '../theme.ts';

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
	/** Writes the value into cells that have room for it; without it cells stay blank. */
	readonly write?: ((value: number) => string) | undefined;
};

// Below 1 the low steps get more of the ramp: sales are many small cells and few large ones.
const rampPower = 0.75;
const widestHour = 4;
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
export function heatmapChart({heatmap, width, height, theme, write}: HeatmapChartOptions): HeatmapChart {
	const most = Math.max(0, ...heatmap.cells.flat());
	const labels = heatmap.rows.slice(0, Math.max(0, height - 1));
	const labelWidth = Math.min(
		Math.max(0, ...labels.map(cellWidth)),
		Math.max(6, Math.floor(width * 0.3)),
		Math.max(0, width - 2 - heatmap.columns.length),
		20,
	);
	const room = width - labelWidth - 1;
	const isNamed = heatmap.columns.some(column => cellWidth(column) > 2);
	const cell = isNamed ? namedCellWidth(heatmap.columns, room) : hourCellWidth(heatmap.columns.length, room);
	const shownColumns = Math.max(0, Math.min(heatmap.columns.length, Math.floor(room / cell)));
	const columns = heatmap.columns.slice(0, shownColumns);
	const axis = isNamed
		? columns.map(column => padEnd(shorten(column, cell - 1, theme.glyphs.ellipsis), cell)).join('')
		: hourAxis(columns, cell);
	const paintCell = (value: number) => {
		const step = theme.heat[heatLevel(value, most, theme.heat.length)];
		const words = isNamed && write && value !== 0 ? write(value) : '';
		if (words !== '' && cellWidth(words) <= cell - 2) {
			return step ? step.text(` ${padStart(words, cell - 2)} `) : ` ${padStart(words, cell - 2)} `;
		}
		return step ? step.fill(cell) : theme.faint(padEnd(value < 0 ? '-' : theme.glyphs.separator, cell));
	};
	return {
		most,
		shownColumns,
		shownRows: labels.length,
		rows: [
			' '.repeat(labelWidth + 1) + theme.muted(axis.trimEnd()),
			...labels.map((label, row) => {
				const cells = heatmap.cells[row]?.slice(0, shownColumns) ?? [];
				return `${fitName(label, labelWidth, theme.glyphs.ellipsis)} ${joinRuns(cells, paintCell)}`;
			}),
		].slice(0, Math.max(0, height)),
	};
}

function joinRuns(cells: readonly number[], paint: (value: number) => string): string {
	return cells.map(paint).join('');
}

function hourCellWidth(count: number, room: number): number {
	return Math.max(1, Math.min(widestHour, Math.floor(room / Math.max(1, count))));
}

/** As wide as the names ask for, as long as all columns fit; then narrower; then fewer columns. */
function namedCellWidth(columns: readonly string[], room: number): number {
	const longest = Math.max(...columns.map(cellWidth)) + 1;
	const even = Math.floor(room / columns.length);
	return Math.max(narrowestName, Math.min(even, Math.max(longest, widestName)));
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
