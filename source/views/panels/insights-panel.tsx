import {memo} from 'react';
import type {Analyses, ToldInsight} from '../../dashboard/dashboard.ts';
import {wrapWords} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';
import {analysisNote, collectingNote, waitingWords} from '../words/forecast-words.ts';
import {cutSentence, sentenceRows} from '../words/sentences.ts';

export type InsightsPanelProps = Frame & {
	readonly insights: Analyses['insights'];
	/** How long ago they were found, in words. */
	readonly age: string | undefined;
};

/** What stands out, in sentences, the most important first; what each rests on where there is room. */
export const InsightsPanel = memo(function InsightsPanel(props: InsightsPanelProps) {
	const {insights, age, width, height, theme, formats, isFocused, list} = props;
	const frame = {width, height, theme, isFocused, title: 'What stands out'};
	if (insights.status !== 'found') {
		const words = waitingWords(insights, '', 'Looking for what stands out…');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const {result} = insights;
	if (result.status === 'collecting') {
		const words = collectingNote(result.daysHave, result.daysNeeded, 'day');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const drawn = insightLines(result.insights, props);
	const marked = list?.cursor === undefined ? 0 : list.cursor - list.top;
	return (
		<Panel
			{...frame}
			list={list}
			// The insights above the cursor may have more than a line each.
			rowsAboveList={drawn.slice(0, marked).reduce((above, lines) => above + lines.length - 1, 0)}
			measure={`${formats.count(result.tests)} tests, noise left out`}
			note={theme.muted(analysisNote(insights, age))}
			rows={drawn.length === 0 ? [theme.muted('Nothing stands out beyond chance.')] : drawn.flat()}
		/>
	);
});

const indent = '  ';

type WrappedInsight = {
	readonly insight: ToldInsight;
	readonly sentence: readonly string[];
	readonly evidence: readonly string[];
};

/** All of them with their evidence, or without it, whichever has room; none where neither has. */
function wholeInsights(
	insights: readonly ToldInsight[],
	{width, height}: Pick<Frame, 'width' | 'height'>,
): readonly WrappedInsight[] | undefined {
	const room = innerWidth(width) - indent.length;
	const told = insights.map(insight => ({
		insight,
		sentence: wrapWords(insight.sentence, room),
		evidence: wrapWords(insight.evidence, room),
	}));
	const untold = told.map(wrapped => ({...wrapped, evidence: []}));
	return [told, untold].find(
		way => way.reduce((sum, wrapped) => sum + linesOf(wrapped), 0) <= innerHeight(height),
	);
}

const linesOf = ({sentence, evidence}: WrappedInsight) => sentence.length + evidence.length;

/** How many lines each of them takes; nothing where each takes one, which is when they are scrolled. */
export function insightHeights(
	insights: readonly ToldInsight[],
	size: Pick<Frame, 'width' | 'height'>,
): readonly number[] | undefined {
	return wholeInsights(insights, size)?.map(linesOf);
}

/**
 * The lines of each: whole sentences with their evidence, whole sentences, or a line of each, whichever says
 * most and has room for all. Only the last kind is ever scrolled.
 */
function insightLines(
	insights: readonly ToldInsight[],
	{width, height, theme, list}: InsightsPanelProps,
): readonly (readonly string[])[] {
	const room = innerWidth(width) - indent.length;
	const {dot, ellipsis} = theme.glyphs;
	const mark = ({isPattern}: ToldInsight) => `${(isPattern ? theme.muted : theme.news)(dot)} `;
	return (
		wholeInsights(insights, {width, height})?.map(({insight, sentence, evidence}) => [
			...sentence.map((line, index) => `${index === 0 ? mark(insight) : indent}${line}`),
			...evidence.map(line => `${indent}${theme.muted(line)}`),
		]) ??
		insights
			.slice(list?.top ?? 0)
			.slice(0, innerHeight(height))
			.map(insight => [`${mark(insight)}${cutSentence(insight.sentence, room, ellipsis)}`])
	);
}
