import {memo} from 'react';
import type {Forecast, ForecastPoint} from '../../dashboard/dashboard.ts';
import {bar} from '../charts/bar.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {listColumns} from '../lists/list-columns.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {choiceNote, collectingNote, forecastNote} from '../words/forecast-words.ts';

export type ComingDaysPanelProps = Frame & {
	readonly forecast: Forecast;
	/** When each day of it begins. */
	readonly starts: readonly number[];
};

type Day = ForecastPoint & {readonly from: number};

/** Revenue of the coming days with the band that should hold 80 of 100 outcomes. */
export const ComingDaysPanel = memo(function ComingDaysPanel(props: ComingDaysPanelProps) {
	const {forecast, starts, width, height, theme, formats, isFocused} = props;
	const title = 'Coming days';
	if (forecast.status === 'collecting') {
		const {periodsHave, periodsNeeded} = forecast;
		return (
			<Panel
				{...{title, width, height, theme, isFocused}}
				rows={[
					theme.muted(collectingNote(periodsHave, periodsNeeded, 'day')),
					theme.forecast(bar(periodsHave, periodsNeeded, Math.min(28, innerWidth(width)), theme.glyphs)),
				]}
			/>
		);
	}
	const days = forecast.points.flatMap((point, index): Day[] => {
		const from = starts[index];
		return from === undefined ? [] : [{...point, from}];
	});
	const range = (write: (value: number) => string) => (day: Day) =>
		`${write(day.lo80)} ${theme.glyphs.dash} ${write(day.hi80)}`;
	const {bars, word, number, quiet, foretold, wholeMoney} = listColumns(theme, formats);
	const columns: readonly Column<Day>[] = [
		{...quiet(word('day', 0, day => formats.weekdayDate(day.from))), short: day => formats.weekday(day.from)},
		bars(days, day => day.mean, {rank: 2, brush: () => theme.forecast, least: 4, most: 28}),
		foretold(wholeMoney('expected', 0, day => day.mean)),
		{...quiet(number('80 of 100 within', 1, range(formats.wholeMoney))), short: range(formats.shortMoney)},
	];
	return (
		<Panel
			{...{title, width, height, theme, isFocused}}
			measure={forecastNote(forecast, 'day', formats)}
			note={theme.muted(choiceNote(forecast, formats) ?? '')}
			rows={tableLines({rows: days, columns, width: innerWidth(width), height: innerHeight(height), theme})}
		/>
	);
});
