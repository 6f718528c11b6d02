import {printable} from '../../format.ts';
import {cellWidth, padEnd, shorten, wrapWords} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';
import type {Prompt, PromptChoice} from './prompt.ts';

export type PromptPanelProps = Pick<Frame, 'width' | 'height' | 'theme'> & {
	readonly prompt: Prompt;
	readonly title: string;
	/** What can be typed. */
	readonly example: string;
	readonly choices: readonly PromptChoice[];
	/** What is wrong with the text, or that it is still looked for. */
	readonly note?: string | undefined;
};

/** What is typed, and below it what can be chosen; the marked choice carries a sign, not colour alone. */
export function PromptPanel({prompt, title, example, choices, note, width, height, theme}: PromptPanelProps) {
	const panelWidth = Math.min(width, 72);
	const room = innerWidth(panelWidth);
	const said = note ?? example;
	const fitsBorder = cellWidth(said) <= panelWidth - 9;
	const notes = fitsBorder ? [] : wrapWords(said, room).slice(0, Math.max(0, innerHeight(height) - 2));
	const lines = Math.max(1, innerHeight(height) - 1 - notes.length);
	const {cursor, ellipsis} = theme.glyphs;
	const typed = printable(prompt.text);
	const start = cellWidth(typed) > room - 3 ? `${ellipsis}${typed.slice(4 - room)}` : typed;
	const input = `${theme.accent('>')} ${start}${theme.accent('_')}`;
	const top = Math.max(0, Math.min(prompt.marked - Math.floor(lines / 2), choices.length - lines));
	const labelWidth = Math.min(
		room - 2,
		Math.max(0, ...choices.map(({label}) => cellWidth(printable(label)))),
	);
	const rows = choices.slice(top, top + lines).map(({label, hint}, index) => {
		const isMarked = top + index === prompt.marked;
		const name = padEnd(shorten(printable(label), labelWidth, ellipsis), labelWidth);
		const hintRoom = room - labelWidth - 4;
		const words =
			hint && hintRoom > 3 ? `  ${theme.muted(shorten(printable(hint), hintRoom, ellipsis))}` : '';
		return isMarked ? `${theme.accent(cursor)} ${theme.bold(name)}${words}` : `  ${name}${words}`;
	});
	return (
		<Panel
			title={title}
			measure="Esc closes"
			note={fitsBorder ? theme.muted(said) : undefined}
			width={panelWidth}
			height={Math.min(height, rows.length + notes.length + 3)}
			theme={theme}
			rows={[input, ...notes.map(theme.muted), ...rows]}
		/>
	);
}
