import {type CellStyle, plainStyle, transition} from './style.ts';
import {type Cell, type Cells, textEnd} from './styled-cells.ts';

/** A frame as lines of text with their colours, without the blanks at their ends. */
export function cellText(frame: Cells): string {
	return frame.map(lineText).join('\n');
}

function lineText(row: readonly Cell[]): string {
	let line = '';
	let style: CellStyle = plainStyle;
	for (const cell of row.slice(0, textEnd(row))) {
		line += transition(style, cell.style) + cell.text;
		style = cell.style;
	}
	return line + transition(style, plainStyle);
}
