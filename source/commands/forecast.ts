import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {modelNames, parseModelChoice} from '../analytics/forecast/model-choice.ts';
import {type Command, type Given, UsageError} from './command.ts';
import {checking, commonOptions} from './common-options.ts';
import {forecastText} from './forecast-output.ts';
import {databaseSource, fileSource} from './forecast-source.ts';
import {type RowFormat, rowFormats} from './print-rows.ts';

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
		horizon: {type: 'string', value: 'N', about: `how many periods ahead, 1 to ${longestHorizon} (7)`},
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
	},
	async run(given) {
		const common = commonOptions(given);
		const model = checking(() => parseModelChoice(given.text('model') ?? 'auto'));
		const horizon = parseHorizon(given.text('horizon'));
		const [input, of, out] = [given.text('input'), given.text('of'), given.text('out')];
		if (input !== undefined && given.text('asOf') !== undefined) {
			throw new UsageError('--as-of is about the database; a file given by --input ends where it ends');
		}
		const source =
			input === undefined
				? databaseSource(common, parseSubject(of), {now: Date.now(), asOf: given.text('asOf')})
				: await fileSource(input, of, common);
		if (!common.isQuiet) {
			for (const note of source.notes) {
				console.error(`salesmon: ${note}`);
			}
		}
		// A published series is given to see what the literature says about it.
		const ownBands = input !== undefined && model.kind === 'arima';
		// Models are of use to nobody else, so they load only here.
		const {fitForecast} = await import('../worker/fit-forecast.ts');
		const result = await fitForecast({
			values: source.values,
			unit: source.unit,
			firstDay: source.firstDay,
			model,
			horizon,
			bands:
				(given.text('bands') as 'calibrated' | 'model' | undefined) ?? (ownBands ? 'model' : 'calibrated'),
		});
		const printed = forecastText(result, source, formatOf(given));
		if (out === undefined) {
			console.log(printed);
		} else {
			await write(out, `${printed}\n`);
		}
		return 0;
	},
};

function parseHorizon(text = '7'): number {
	const horizon = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
	if (horizon < 1 || horizon > longestHorizon) {
		throw new UsageError(
			`--horizon ${text}: write a whole number of periods from 1 to ${longestHorizon}, such as 7`,
		);
	}
	return horizon;
}

function parseSubject(text = 'revenue'): 'revenue' | 'orders' {
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
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`cannot write --out ${file}: ${reason}`, {cause: error});
	}
}
