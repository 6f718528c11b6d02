import type {Backtest, Forecast, ForecastPoint, ReadyForecast} from '../../../analytics/forecast/forecast.ts';
import {type RowField, type RowFormat, rowsText} from '../../command-line/print-rows.ts';
import type {BegunDay} from './begun-day.ts';
import type {ForecastSource} from './forecast-source.ts';

/** A forecast as text, without a line end. */
export function forecastText(
	forecast: Forecast,
	source: ForecastSource,
	format: RowFormat,
	today?: BegunDay,
): string {
	switch (format) {
		case 'json':
			return JSON.stringify(forecastJson(forecast, source, today));
		case 'ndjson':
		case 'csv':
			return rowsText(rowsOf(forecast, source), fields, format);
		case 'md':
		case 'table':
			return forecast.status === 'collecting'
				? waiting(forecast, source)
				: tables(forecast, source, format, today);
	}
}

/** The contract that users script against. */
export function forecastJson(forecast: Forecast, source: ForecastSource, today?: BegunDay) {
	if (forecast.status === 'collecting') {
		const {periodsHave, periodsNeeded} = forecast;
		return {status: forecast.status, unit: source.unit, history: periodsHave, historyNeeded: periodsNeeded};
	}
	const {status, model, history, backtest, reason, trials} = forecast;
	return {
		status,
		model,
		unit: source.unit,
		history,
		points: rowsOf(forecast, source),
		...(today && {
			today: {soFar: source.toJson(today.soFar), ...rowOf(source.labelOf(history), today, source)},
		}),
		backtest: backtest ?? null,
		reason,
		tried: trials ?? [],
	};
}

const columns = ['date', 'mean', 'lo80', 'hi80', 'lo95', 'hi95'] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

const fields: readonly RowField<Row>[] = columns.map(name => ({name, title: name, value: row => row[name]}));

function rowsOf(forecast: Forecast, source: ForecastSource): Row[] {
	return forecast.status === 'collecting'
		? []
		: forecast.points.map((point, index) => rowOf(source.labelOf(forecast.history + index), point, source));
}

function rowOf(date: string, {mean, lo80, hi80, lo95, hi95}: ForecastPoint, {toJson}: ForecastSource): Row {
	return {
		date,
		mean: toJson(mean),
		lo80: toJson(lo80),
		hi80: toJson(hi80),
		lo95: toJson(lo95),
		hi95: toJson(hi95),
	};
}

function waiting(
	{periodsHave, periodsNeeded}: Extract<Forecast, {status: 'collecting'}>,
	{unit, title}: ForecastSource,
): string {
	return `Collecting ${title}: ${periodsHave} of ${periodsNeeded} complete ${unit}s that a forecast needs`;
}

function tables(
	forecast: ReadyForecast,
	source: ForecastSource,
	format: 'table' | 'md',
	today: BegunDay | undefined,
): string {
	const {model, history, points, reason, trials = []} = forecast;
	const {title, unit, labelOf, toText} = source;
	const table = format === 'md' ? markdown : aligned;
	const tested = trials.flatMap(trial =>
		'backtest' in trial ? [[trial.model, ...scores(trial.backtest)]] : [],
	);
	const failed = trials.flatMap(trial =>
		'problem' in trial ? [`${trial.model} failed: ${trial.problem}`] : [],
	);
	const title80 = `Forecast of ${title} by ${model}, from ${history} ${unit}s`;
	const {folds, horizon} = forecast.backtest ?? {folds: 0, horizon: 0};
	return [
		format === 'md' ? `## ${title80}` : title80,
		'',
		...table([
			[unit, 'mean', '80 % from', 'to', '95 % from', 'to'],
			...points.map(({mean, lo80, hi80, lo95, hi95}, index) => [
				labelOf(history + index),
				...[mean, lo80, hi80, lo95, hi95].map(toText),
			]),
		]),
		...(today ? ['', begunWords(today, labelOf(history), source)] : []),
		...(tested.length > 0
			? [
					'',
					`Back-test: ${folds} times ${horizon} ${unit}${horizon === 1 ? '' : 's'} that the model had not seen`,
					'',
					...table([['model', 'MASE', 'sMAPE', 'in 80 %', 'in 95 %'], ...tested]),
				]
			: []),
		...(failed.length > 0 ? ['', ...failed] : []),
		...(reason ? ['', reason] : []),
	].join('\n');
}

function begunWords({soFar, mean, lo80, hi80}: BegunDay, date: string, {toText}: ForecastSource): string {
	return `${date} has brought ${toText(soFar)} so far; with its rest ${toText(mean)}, in 80 % from ${toText(lo80)} to ${toText(hi80)}`;
}

function scores({mase, smape, coverage80, coverage95}: Backtest): string[] {
	const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
	return [mase.toFixed(3), `${smape.toFixed(1)} %`, percent(coverage80), percent(coverage95)];
}

/** The first column to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
	return rows.map(row =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
			.join('  ')
			.trimEnd(),
	);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
}
