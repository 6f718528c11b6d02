import {memo} from 'react';
import type {Analyses, ProductPair, RecommendationTrial} from '../../dashboard/dashboard.ts';
import type {Formats} from '../../format.ts';
import {firstFitting} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {analysisNote, waitingWords} from '../words/forecast-words.ts';
import {sentenceRows} from '../words/sentences.ts';

export type RecommendationsPanelProps = Frame & {
	readonly recommendations: Analyses['recommendations'];
	/** Those of them that are shown, in the order shown. */
	readonly pairs: readonly ProductPair[];
	/** How long ago they were made, in words. */
	readonly age: string | undefined;
};

/** How often such lists were right, and the head. */
export const rowsAbovePairs = 2;

/** What goes together, why, and how often such lists were right. */
export const RecommendationsPanel = memo(function RecommendationsPanel(props: RecommendationsPanelProps) {
	const {recommendations, pairs, age, width, height, theme, formats, isFocused, list} = props;
	const frame = {width, height, theme, isFocused, title: 'What goes together'};
	const room = innerWidth(width);
	if (recommendations.status !== 'found') {
		const words = waitingWords(recommendations, '', 'Finding what customers buy together…');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const {result} = recommendations;
	if (result.status === 'collecting') {
		const words = `Collecting: ${result.customersHave} of ${result.customersNeeded} customers with two products`;
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const note = theme.muted(analysisNote(recommendations, age));
	const nothing = 'Nothing goes together more than by chance.';
	if (pairs.length === 0 && !result.trial) {
		// How good a list is need not be said of an empty one.
		return <Panel {...frame} note={note} rows={sentenceRows(nothing, frame)} />;
	}
	return (
		<Panel
			{...frame}
			list={list}
			rowsAboveList={rowsAbovePairs}
			note={note}
			rows={[
				(result.trial?.verdict === 'worse' ? theme.bad : theme.muted)(
					firstFitting(trialWords(result.trial, formats), room),
				),
				...(pairs.length === 0
					? sentenceRows(nothing, frame)
					: tableLines({
							rows: pairs,
							columns: columnsOf(props),
							width: room,
							height: innerHeight(height) - 1,
							theme,
							list,
						})),
			]}
		/>
	);
});

const verdicts: Readonly<Record<string, string>> = {
	unclear: ': no clear difference',
	worse: ': worse, so do not rely on it',
};

/** From the longest way to say it to the shortest. */
function trialWords(trial: RecommendationTrial | undefined, {percent}: Formats): readonly string[] {
	if (!trial) {
		return ['Too few customers ordered twice to say how good this is', 'Too few customers to try it on'];
	}
	const {hitRate, popularity, verdict} = trial;
	const [hit, usual] = [percent(hitRate), percent(popularity)];
	const judged = verdicts[verdict] ?? '';
	return [
		`Five hit ${hit} of last orders, best sellers ${usual}${judged}`,
		`Five hit ${hit}, best sellers ${usual}${judged}`,
		`Five hit ${hit}, best sellers ${usual}`,
	];
}

function columnsOf({theme, formats}: RecommendationsPanelProps): readonly Column<ProductPair>[] {
	const {name, word, number, quiet, strong, stock} = listColumns(theme, formats);
	const widths = {least: 14, most: 32};
	return [
		name('who has', 0, ({first}) => first, widths),
		name('buys', 0, ({second}) => second, widths),
		strong(number('of them', 2, ({confidence}) => formats.percent(confidence, 0))),
		quiet(number('lift', 3, ({lift}) => lift.toFixed(1))),
		stock(4),
		{
			...quiet(word('why', 1, ({reason}) => reason)),
			short: ({both}) => `${formats.count(both)} bought both`,
		},
	];
}
