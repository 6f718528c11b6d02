import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Forecast} from '../analytics/forecast/forecast.ts';
import {modelNames, parseModelChoice} from '../analytics/forecast/model-choice.ts';
import {messageOf} from '../message-of.ts';
import {parseMoment} from '../parse-moment.ts';
import type {AnalysisResult} from '../store/analysis-results.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {zonedInputs} from './analyses/analysis.ts';
import {type BegunDay, begunDay} from './analyses/forecast/begun-day.ts';
import {
	type ForecastBands,
	type ForecastOptions,
	type ForecastSubject,
	forecastInputs,
	forecastOf,
	modelOf,
	subjectName,
	usualHorizon,
} from './analyses/forecast/forecast-analysis.ts';
import {forecastJson, forecastText} from './analyses/forecast/forecast-output.ts';
import {
	type DatabaseSubject,
	type DatabaseUnit,
	databaseSource,
	type ForecastSource,
	fileSource,
} from './analyses/forecast/forecast-source.ts';
import {keepIfWritable} from './analyses/keep-if-writable.ts';
import {type Command, type Given, UsageError} from './command-line/command.ts';
import {
	type CommonOptions,
	checking,
	commonOptions,
	maskFlag,
	printFormatsFor,
} from './command-line/common-options.ts';
import {maskPrinted} from './command-line/mask-printed.ts';
import {type RowFormat, rowFormats} from './command-line/print-rows.ts';

const longestHorizon = 366;

export const forecast: Command = {
	name: 'forecast',
	summary: 'What the coming days will bring, with 80 and 95 % bands and how the model did before',
	flags: {
		of: {
			type: 'string',
			value: 'WHAT',
			about: 'revenue or orders; with --input the column of values (revenue)',
		},
		by: {type: 'string', choices: ['day', 'hour'], about: 'the periods of the database (day)'},
		input: {
			type: 'string',
			value: 'FILE',
			about: 'a CSV of dates and values instead of the database; --input=- reads what is piped in',
		},
		model: {
			type: 'string',
			value: modelNames,
			about: 'how to forecast; auto takes the best on back-test (auto)',
		},
		horizon: {
			type: 'string',
			value: 'N',
			about: `how many periods ahead, 1 to ${longestHorizon} (${usualHorizon})`,
		},
		asOf: {
			type: 'string',
			value: 'MOMENT',
			about: 'as if it were then, such as the end of 2026-11-20 (now); not with --input',
		},
		bands: {
			type: 'string',
			choices: ['calibrated', 'model'],
			about: 'made to hold what they promise on back-test, or the model’s own (own for arima of --input)',
		},
		format: {
			type: 'string',
			choices: rowFormats,
			about: 'how to print it (table, or by the name of --out)',
		},
		out: {type: 'string', value: 'FILE', about: 'write it there instead of printing it'},
		mask: maskFlag,
		noKeep: {type: 'boolean', about: 'do not keep the result in the database'},
	},
	async run(given) {
		const common = commonOptions(given);
		const model = given.text('model') ?? 'auto';
		const {kind} = checking(() => parseModelChoice(model));
		const [input, out] = [given.text('input'), given.text('out')];
		const options: ForecastOptions = {
			model,
			horizon: parseHorizon(given.text('horizon')),
			bands:
				(given.text('bands') as ForecastBands | undefined) ??
				// A published series is given to see what the literature says about it.
				(input !== undefined && kind === 'arima' ? 'model' : 'calibrated'),
		};
		const print = async (forecast: Forecast, source: ForecastSource, today?: BegunDay) => {
			const format = formatOf(given);
			const text = forecastText(forecast, source, format, today);
			const printed = common.isMasked ? maskPrinted(text, format) : text;
			if (out === undefined) {
				console.log(printed);
			} else {
				await write(out, `${printed}\n`);
			}
		};
		if (input !== undefined) {
			if (given.text('asOf') !== undefined) {
				throw new UsageError('--as-of is about the database; a file given by --input ends where it ends');
			}
			if (given.text('by') !== undefined) {
				throw new UsageError('--by is about the database; the periods of --input are those of its dates');
			}
			const source = await fileSource(input, given.text('of'), common);
			tellNotes(source, common);
			await print(await forecastOf(source, options), source);
			return 0;
		}
		const subject = {
			of: parseSubject(given.text('of')),
			// The parser has let only these names through.
			unit: (given.text('by') ?? 'day') as DatabaseUnit,
		};
		const startedAt = Date.now();
		const {source, asOf, inputsOf, todayOf} = readDatabase(common, subject, given.text('asOf'), startedAt);
		tellNotes(source, common);
		const forecast = await forecastOf(source, options);
		const madeAt = Date.now();
		const today = todayOf(forecast);
		await print(forecast, source, today);
		if (!given.has('noKeep')) {
			const result: AnalysisResult = {
				...{what: 'forecast', subject: subjectName(subject), madeAt, asOf, span: source.span},
				model: modelOf(forecast),
				elapsedMs: madeAt - startedAt,
				inputs: inputsOf(options),
				result: forecastJson(forecast, source, today),
			};
			keepIfWritable(common, [result]);
		}
		return 0;
	},
};

/** @param asOf as it was given; `now` where it was not */
function readDatabase(
	common: CommonOptions,
	subject: ForecastSubject,
	asOf: string | undefined,
	now: number,
) {
	const store = openStoreToRead(common.database);
	try {
		const zone = common.zone ?? store.zone;
		const moment = asOf === undefined ? now : checking(() => parseMoment(asOf, zone));
		const formats = printFormatsFor(common, store);
		const source = databaseSource(store, subject.of, {unit: subject.unit, zone, formats, moment});
		const begun =
			subject.of === 'revenue' && subject.unit === 'day' ? begunDay(store, zone, moment) : undefined;
		return {
			source,
			asOf: moment,
			todayOf: (forecast: Forecast) => begun?.(forecast, source),
			inputsOf: (options: ForecastOptions) => zonedInputs(forecastInputs(subject, options), zone, store),
		};
	} finally {
		store.close();
	}
}

function tellNotes({notes}: ForecastSource, {isQuiet}: CommonOptions): void {
	if (!isQuiet) {
		for (const note of notes) {
			console.error(`salesmon: ${note}`);
		}
	}
}

function parseHorizon(text = String(usualHorizon)): number {
	const horizon = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
	if (horizon < 1 || horizon > longestHorizon) {
		throw new UsageError(
			`--horizon ${text}: write a whole number of periods from 1 to ${longestHorizon}, such as ${usualHorizon}`,
		);
	}
	return horizon;
}

function parseSubject(text = 'revenue'): DatabaseSubject {
	if (text !== 'revenue' && text !== 'orders') {
		throw new UsageError(`--of ${text}: the database has revenue and orders`);
	}
	return text;
}

function formatOf(given: Given): RowFormat {
	const ending = path.extname(given.text('out') ?? '').slice(1);
	// The parser has let only these names through.
	const asked = given.text('format') as RowFormat | undefined;
	return asked ?? rowFormats.find(format => format === ending) ?? 'table';
}

async function write(file: string, content: string): Promise<void> {
	try {
		await writeFile(file, content);
	} catch (error) {
		const reason = messageOf(error);
		throw new Error(`cannot write --out ${file}: ${reason}`, {cause: error});
	}
}
