import {memo} from 'react';
import type {Analyses, ToldInsight} from '../../dashboard/dashboard.ts';
import {cellWidth, shorten, wrapWords} from '../fit.ts';
import {analysisNote, collectingNote} from '../forecast-words.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';

export type InsightsPanelProps = Frame & {
	readonly insights: Analyses['insights'];
	/** How long ago they were found, in words. */
	readonly age: string | undefined;
};

/** What stands out, in sentences, the most important first; what each rests on where there is room. */
export const InsightsPanel = memo(function InsightsPanel(props: InsightsPanelProps) {
	const {insights, age, width, height, theme, formats, isFocused} = props;
	const frame = {width, height, theme, isFocused, title: 'What stands out'};
	if (insights.status !== 'found') {
		const words =
			insights.status === 'failed' ? `It failed: ${insights.problem}` : 'Looking for what stands out…';
		return (
			<Panel {...frame} rows={[theme.muted(shorten(words, innerWidth(width), theme.glyphs.ellipsis))]} />
		);
	}
	const {result} = insights;
	if (result.status === 'collecting') {
		const words = collectingNote(result.daysHave, result.daysNeeded, 'day');
		return <Panel {...frame} rows={[theme.muted(words)]} />;
	}
	return (
		<Panel
			{...frame}
			measure={`${formats.count(result.tests)} tests, noise left out`}
			note={theme.muted(analysisNote(insights, age))}
			rows={
				result.insights.length === 0
					? [theme.muted('Nothing stands out beyond chance.')]
					: insightLines(result.insights, props)
			}
		/>
	);
});

const indent = '  ';

/** Whole sentences with their evidence, whole sentences, or a line of each: the most that has room for all. */
function insightLines(
	insights: readonly ToldInsight[],
	{width, height, theme}: InsightsPanelProps,
): readonly string[] {
	const room = innerWidth(width) - indent.length;
	const {dot, ellipsis} = theme.glyphs;
	const mark = ({isPattern}: ToldInsight) => `${(isPattern ? theme.muted : theme.news)(dot)} `;
	const sentence = (insight: ToldInsight) =>
		wrapWords(insight.sentence, room).map((line, index) => `${index === 0 ? mark(insight) : indent}${line}`);
	const evidence = (insight: ToldInsight) =>
		wrapWords(insight.evidence, room).map(line => `${indent}${theme.muted(line)}`);
	const whole = [
		insights.flatMap(insight => [...sentence(insight), ...evidence(insight)]),
		insights.flatMap(sentence),
	];
	return (
		whole.find(lines => lines.length <= innerHeight(height)) ??
		insights
			.slice(0, innerHeight(height))
			.map(insight => `${mark(insight)}${cutBetweenWords(insight.sentence, room, ellipsis)}`)
	);
}

/** A number that is cut is another number. */
function cutBetweenWords(text: string, width: number, ellipsis: string): string {
	const [first = '', ...more] = wrapWords(text, width);
	return more.length === 0 ? first : `${wrapWords(text, width - cellWidth(ellipsis))[0]}${ellipsis}`;
}
