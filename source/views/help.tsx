import {cellWidth, padEnd, shorten} from './fit.ts';
import type {Frame} from './frame.ts';
import {innerHeight, innerWidth} from './frame.ts';
import type {KeyBinding} from './key-binding.ts';
import {activeBindings} from './keys.ts';
import {Panel} from './panel.tsx';
import type {Theme} from './theme/theme.ts';

export type HelpProps = Pick<Frame, 'width' | 'height' | 'theme'> & {
	readonly hasProducer: boolean;
	/** @default those of the program */
	readonly bindings?: readonly KeyBinding[] | undefined;
	/**
	 * Which part of them, where there is no room for all; after the last one comes the first.
	 * @default 0
	 */
	readonly part?: number;
};

/** All keys and what they do: a line each, or where that is too high several in a line, or in parts. */
export function Help({width, height, theme, hasProducer, bindings: table, part = 0}: HelpProps) {
	const bindings = activeBindings(hasProducer, table);
	const panelWidth = Math.min(width, 72);
	const room = innerWidth(panelWidth);
	const lines = innerHeight(height);
	const rows =
		bindings.length <= lines
			? wholeRows(bindings, room, theme)
			: (columnRows(bindings, room, lines, theme) ?? flowingRows(bindings, room, theme));
	const parts = Math.max(1, Math.ceil(rows.length / Math.max(1, lines)));
	const shownPart = ((part % parts) + parts) % parts;
	const shown = rows.slice(shownPart * lines, (shownPart + 1) * lines);
	return (
		<Panel
			title="Keys"
			measure="Esc closes"
			width={panelWidth}
			note={parts > 1 ? theme.muted(`${shownPart + 1} of ${parts}, arrows turn`) : undefined}
			height={Math.min(height, rows.length + 2)}
			theme={theme}
			rows={shown}
		/>
	);
}

const widestLabel = (bindings: readonly KeyBinding[]) =>
	Math.max(0, ...bindings.map(binding => cellWidth(binding.label)));

function wholeRows(bindings: readonly KeyBinding[], room: number, theme: Theme): readonly string[] {
	const labelWidth = widestLabel(bindings);
	return bindings.map(({label, does}) => {
		const words = shorten(does, room - labelWidth - 3, theme.glyphs.ellipsis);
		return `${theme.accent(padEnd(label, labelWidth))}   ${words}`;
	});
}

/** As few columns as the lines allow; nothing where they are too wide together. */
function columnRows(
	bindings: readonly KeyBinding[],
	room: number,
	lines: number,
	theme: Theme,
): readonly string[] | undefined {
	const count = Math.ceil(bindings.length / Math.max(1, lines));
	const high = Math.ceil(bindings.length / count);
	const columns = Array.from({length: count}, (_, index) => {
		const part = bindings.slice(index * high, (index + 1) * high);
		const labelWidth = widestLabel(part);
		const texts = part.map(({label, word}) => `${theme.accent(padEnd(label, labelWidth))} ${word}`);
		const width = Math.max(0, ...texts.map(cellWidth));
		return Array.from({length: high}, (_, row) => padEnd(texts[row] ?? '', width));
	});
	const rows = Array.from({length: high}, (_, row) =>
		columns
			.map(column => column[row]!)
			.join('  ')
			.trimEnd(),
	);
	return rows.every(row => cellWidth(row) <= room) ? rows : undefined;
}

/** Most important first, because what does not fit is in another part. */
export function flowingRows(bindings: readonly KeyBinding[], room: number, theme: Theme): readonly string[] {
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
