import {memo} from 'react';
import type {ExplainedChange} from '../../dashboard/explain-change.ts';
import {wrapWords} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';
import {changeTexts} from '../words/change-words.ts';

export type ChangePanelProps = Frame & {readonly change: ExplainedChange};

/** Why revenue moved, in as many whole sentences as there is room for. */
export const ChangePanel = memo(function ChangePanel(props: ChangePanelProps) {
	const {change, width, height, theme, formats, isFocused} = props;
	const ways = changeTexts(change, formats).map(sentences =>
		sentences.flatMap(sentence => wrapWords(sentence, innerWidth(width))),
	);
	const lines = ways.find(way => way.length <= innerHeight(height)) ?? ways.at(-1)!;
	return (
		<Panel
			{...{width, height, theme, isFocused}}
			title="Why revenue moved"
			rows={lines.slice(0, innerHeight(height)).map((line, index) => (index === 0 ? theme.bold(line) : line))}
		/>
	);
});
