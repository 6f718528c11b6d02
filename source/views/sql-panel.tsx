import {printable} from '../format.ts';
import {cellWidth} from './fit.ts';
import {type Frame, innerHeight, innerWidth} from './frame.ts';
import {Panel} from './panel.tsx';
import type {Theme} from './theme/theme.ts';

export type SqlPanelProps = Pick<Frame, 'width' | 'height' | 'theme'> & {
	/** Absent until it is there. */
	readonly text: string | undefined;
	/** The command line that prints the same. */
	readonly command: string;
	/** Which part of it, where there is no room for all; after the last one comes the first. */
	readonly part: number;
};

/** The SQL behind a panel. */
export function SqlPanel({text, command, part, width, height, theme}: SqlPanelProps) {
	const room = innerWidth(width);
	const lines = Math.max(1, innerHeight(height));
	const all = [`-- ${command}`, '', ...(text ?? `Asking the raw tables${theme.glyphs.dots}`).split('\n')];
	const rows = all.flatMap(line => wrapped(line, room)).map(line => painted(line, theme));
	const parts = Math.max(1, Math.ceil(rows.length / lines));
	const shownPart = ((part % parts) + parts) % parts;
	return (
		<Panel
			title="The SQL behind it"
			measure="Esc closes"
			note={parts > 1 ? theme.muted(`${shownPart + 1} of ${parts}, arrows turn`) : undefined}
			rows={rows.slice(shownPart * lines, (shownPart + 1) * lines)}
			{...{width, height, theme}}
		/>
	);
}

/** A remark stays one on each of its lines. */
function wrapped(text: string, width: number): readonly string[] {
	const plain = printable(text.replaceAll('\t', '  '));
	const isRemark = plain.startsWith('--');
	const indent = isRemark ? '--   ' : `${/^ */.exec(plain)![0]}    `;
	const lines: string[] = [];
	let line = '';
	for (const word of plain.split(/(?<=\S)(?= )/)) {
		if (cellWidth(line) + cellWidth(word) <= width) {
			line += word;
			continue;
		}
		lines.push(line);
		line = indent + word.trimStart();
		while (cellWidth(line) > width) {
			const cut = pieceOf(line, width);
			lines.push(cut);
			line = indent + line.slice(cut.length);
			if (indent.length >= width) {
				return lines;
			}
		}
	}
	return [...lines, line].filter((piece, index) => index > 0 || piece !== '' || plain === '');
}

/** As much of a word as fits. */
function pieceOf(text: string, width: number): string {
	let piece = '';
	for (const character of text) {
		if (cellWidth(piece + character) > width) {
			break;
		}
		piece += character;
	}
	return piece;
}

function painted(line: string, theme: Theme): string {
	return line.startsWith('--')
		? theme.muted(line)
		: line.replaceAll(/\b[A-Z]{2,}\b/g, keyword => theme.accent(keyword));
}
