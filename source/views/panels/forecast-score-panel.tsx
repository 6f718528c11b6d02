import {memo} from 'react';
import type {Analyses, ForecastRecord, JudgedDay} from '../../dashboard/dashboard.ts';
import {bandMark, scaleOf} from '../charts/band-mark.ts';
import {firstFitting} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {analysisNote, collectingNote, recordWords, waitingWords} from '../words/forecast-words.ts';
import {sentenceRows} from '../words/sentences.ts';

export type ForecastScorePanelProps = Frame & {
	readonly score: Analyses['forecastScore'];
	/** How long ago it was made, in words. */
	readonly age: string | undefined;
};

/** The last forecast that was made before each day, against what came. */
export const ForecastScorePanel = memo(function ForecastScorePanel(props: ForecastScorePanelProps) {
	const {score, age, width, height, theme, isFocused} = props;
	const frame = {width, height, theme, isFocused, title: 'The forecast keeps score'};
	if (score.status !== 'found') {
		const words = waitingWords(score, '', 'Holding past forecasts against what came…');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const {result} = score;
	if (result.status === 'collecting') {
		const words = collectingNote(result.periodsHave, result.periodsNeeded, 'day');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	return (
		<Panel
			{...frame}
			measure={`${result.held80} of ${result.days.length} days inside the 80 % band`}
			note={theme.muted(analysisNote(score, age))}
			rows={recordLines(result, props)}
		/>
	);
});

function recordLines(
	record: Extract<ForecastRecord, {status: 'ready'}>,
	{width, height, theme, formats}: ForecastScorePanelProps,
): readonly string[] {
	const days = record.days.toReversed();
	const marks = new Map(days.map(day => [day, {low: day.lo80, high: day.hi80, value: day.actual}]));
	const scale = scaleOf([...marks.values()]);
	const came = ({actual, lo80, hi80}: JudgedDay) =>
		actual > hi80 ? 'above' : actual < lo80 ? 'below' : 'inside';
	const brush = (day: JudgedDay) => (came(day) === 'inside' ? theme.good : theme.bad);
	const room = innerWidth(width);
	const words = recordWords(record, formats);
	const isLooking = days.some(({isKept}) => !isKept);
	const {word, quiet, foretold, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<JudgedDay>[] = [
		{
			...quiet(word('day', 0, ({from}) => formats.weekdayDate(from))),
			short: ({from}) => formats.weekday(from),
		},
		foretold(wholeMoney('forecast', 1, ({mean}) => mean)),
		wholeMoney('came', 0, ({actual}) => actual),
		{...word('band', 0, came), paint: (day, text) => brush(day)(text)},
		{
			kind: 'drawn',
			title: 'the band, and what came',
			rank: 2,
			draw: (day, columnsOfBand) => bandMark(marks.get(day)!, scale, columnsOfBand, theme, brush(day)),
			least: 12,
			most: 60,
		},
		quiet(word('by', 3, ({model, isKept}) => (isKept ? model : `${model}, looking back`))),
	];
	const lines = [
		firstFitting(words, room),
		...(isLooking && innerHeight(height) > 12 ? [theme.muted(firstFitting(lookingBackWords, room))] : []),
	];
	return [
		...lines,
		...tableLines({rows: days, columns, width: room, height: innerHeight(height) - lines.length, theme}),
	];
}

const lookingBackWords = [
	'looking back: made afterwards, from what was known before the day',
	'looking back: made afterwards',
];
