import {cellWidth, padEnd, shorten} from './fit.ts';
import type {Frame} from './frame.ts';
import {innerHeight, innerWidth} from './frame.ts';
import {activeBindings, type KeyBinding} from './keys.ts';
import {Panel} from './panel.tsx';
import type {Theme} from './theme.ts';

export type HelpProps = Pick<Frame, 'width' | 'height' | 'theme'> & {readonly hasProducer: boolean};

/** All keys and what they do: a line each, or where that is too high two in a line, or as many as fit. */
export function Help({width, height, theme, hasProducer}: HelpProps) {
	const bindings = activeBindings(hasProducer);
	const panelWidth = Math.min(width, 72);
	const room = innerWidth(panelWidth);
	const lines = innerHeight(height);
	const rows =
		bindings.length <= lines
			? wholeRows(bindings, room, theme)
			: (pairedRows(bindings, room, lines, theme) ?? flowingRows(bindings, room, theme));
	return (
		<Panel
			title="Keys"
			measure="Esc closes"
			width={panelWidth}
			height={Math.min(height, rows.length + 2)}
			theme={theme}
			rows={rows}
		/>
	);
}

const widestLabel = (bindings: readonly KeyBinding[]) =>
	Math.max(...bindings.map(binding => cellWidth(binding.label)));

function wholeRows(bindings: readonly KeyBinding[], room: number, theme: Theme): readonly string[] {
	const labelWidth = widestLabel(bindings);
	return bindings.map(({label, does}) => {
		const words = shorten(does, room - labelWidth - 3, theme.glyphs.ellipsis);
		return `${theme.accent(padEnd(label, labelWidth))}   ${words}`;
	});
}

/** Nothing where that is still too high, or too wide. */
function pairedRows(
	bindings: readonly KeyBinding[],
	room: number,
	lines: number,
	theme: Theme,
): readonly string[] | undefined {
	const half = Math.ceil(bindings.length / 2);
	const column = (part: readonly KeyBinding[]) => {
		const labelWidth = widestLabel(part);
		return part.map(({label, word}) => `${theme.accent(padEnd(label, labelWidth))} ${word}`);
	};
	const left = column(bindings.slice(0, half));
	const right = column(bindings.slice(half));
	const leftWidth = Math.max(...left.map(cellWidth));
	const rows = left.map((text, index) => `${padEnd(text, leftWidth)}  ${right[index] ?? ''}`.trimEnd());
	return half <= lines && rows.every(row => cellWidth(row) <= room) ? rows : undefined;
}

/** Most important first, because what does not fit is not shown. */
function flowingRows(bindings: readonly KeyBinding[], room: number, theme: Theme): readonly string[] {
	const byImportance = [...bindings].sort(
		(a, b) => (a.footerRank ?? bindings.length) - (b.footerRank ?? bindings.length),
	);
	const rows: string[] = [];
	for (const {label, word} of byImportance) {
		const text = `${theme.accent(label)} ${word}`;
		const row = rows.at(-1);
		if (row !== undefined && cellWidth(row) + 2 + cellWidth(text) <= room) {
			rows[rows.length - 1] = `${row}  ${text}`;
		} else {
			rows.push(text);
		}
	}
	return rows;
}
