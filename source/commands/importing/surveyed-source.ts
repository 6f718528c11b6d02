import {openFile, type TableOptions} from '../../ingest/formats/open-tables.ts';
import type {SurveyedSource} from '../../ingest/plan-import.ts';
import {SourceError} from '../../ingest/source-error.ts';
import type {SourceFile} from '../../ingest/sources/source-file.ts';
import {surveySource} from '../../ingest/survey-source.ts';
import type {AskedUnderstanding, TableUnderstanding} from '../../ingest/understand-table.ts';
import {canBeIn, currencyTextIn} from '../../ingest/values/currency-of.ts';

/**
 * Reads the beginning of a file; of a workbook that of the first sheet with a table that can be loaded, and of
 * those with the same columns, each of which is a source of its own: a year has a sheet for each month.
 */
export async function surveyed(
	file: SourceFile,
	asked: AskedUnderstanding,
	options: TableOptions = {},
): Promise<readonly SurveyedSource[]> {
	const first = await surveyedFirst(file, asked, options);
	const {sheets} = first.survey;
	const header = headerOf(first);
	if (!sheets || header === undefined) {
		return [first];
	}
	const alike: SurveyedSource[] = [];
	for (const sheet of sheets.others) {
		const named = {...file, name: `${file.name} (${sheet})`, origin: `${file.origin} (${sheet})`};
		const other = await surveyedSheet(named, asked, {...options, sheet}).catch(passOverEmpty);
		if (other && headerOf(other) === header) {
			alike.push(other);
		}
	}
	const read = [sheets.read, ...alike.map(({apart}) => apart!.sheet!)];
	const others = sheets.others.filter(name => !read.includes(name));
	return [first, ...alike].map((source, index) => ({
		...source,
		survey: {
			...source.survey,
			sheets: {...sheets, read: read[index]!, alike: read.toSpliced(index, 1), others},
		},
	}));
}

async function surveyedFirst(
	file: SourceFile,
	asked: AskedUnderstanding,
	options: TableOptions = {},
): Promise<SurveyedSource> {
	const first = await surveyedSheet(file, asked, options);
	const {sheets} = first.survey;
	if (!sheets || holdsSomething(first)) {
		return first;
	}
	for (const read of sheets.others) {
		const other = await surveyedSheet(file, asked, {...options, sheet: read}).catch(passOverEmpty);
		if (other && holdsSomething(other)) {
			const others = [sheets.read, ...sheets.others].filter(name => name !== read);
			return {...other, survey: {...other.survey, sheets: {read, alike: [], others, isChosen: true}}};
		}
	}
	return first;
}

/** The sheets of a workbook that are not read. */
export async function otherSheets({
	apart,
	survey: {sheets},
}: SurveyedSource): Promise<readonly SurveyedSource[]> {
	const found: SurveyedSource[] = [];
	for (const sheet of apart ? (sheets?.others ?? []) : []) {
		const {file, asked, ...options} = apart!;
		const other = await surveyedSheet(file, asked, {...options, sheet}).catch(passOverEmpty);
		found.push(...(other ? [other] : []));
	}
	return found;
}

async function surveyedSheet(
	file: SourceFile,
	asked: AskedUnderstanding,
	options: TableOptions,
): Promise<SurveyedSource> {
	const source = {name: file.name, origin: file.origin, open: () => openFile(file, options)};
	const {name, origin, path: place} = file;
	return {
		...source,
		survey: await surveySource(source, asked),
		apart: {file: {name, origin, path: place}, asked, ...options},
	};
}

/** Of a source that is one table; absent where nothing in it can be loaded. */
function headerOf(source: SurveyedSource): string | undefined {
	const {tables} = source.survey;
	return tables.length === 1 && holdsSomething(source)
		? tables[0]!.understanding.header.join('\0')
		: undefined;
}

function holdsSomething({survey}: SurveyedSource): boolean {
	return survey.tables.some(({understanding}) => understanding.shape !== 'other');
}

function passOverEmpty(error: unknown): undefined {
	if (!(error instanceof SourceError)) {
		throw error;
	}
}

/** @throws SourceError when the amounts of the source are not in the currency of the database */
export function assertSameCurrency({name, survey}: SurveyedSource, currency: string | undefined): void {
	const table = survey.tables[0]?.understanding;
	if (currency === undefined || table?.currency === undefined || table.currency === currency) {
		return;
	}
	if (table.columns.currency !== undefined || isAllOther(signsBesideAmounts(table), currency)) {
		throw new SourceError(
			`${name} is in ${table.currency} and the database in ${currency}: give it a database of its own with --db`,
		);
	}
}

/** Where none stands beside an amount, those in the headers. */
function signsBesideAmounts({columns, samples}: TableUnderstanding): readonly string[] {
	const amounts = [columns.unitPrice, columns.total].filter(place => place !== undefined);
	const signs = amounts.flatMap(place => [...samples[place]!.numbers.currencies.keys()]);
	return signs.length > 0
		? signs
		: amounts.map(place => currencyTextIn(samples[place]!.header)).filter(text => text !== undefined);
}

function isAllOther(signs: readonly string[], currency: string): boolean {
	return signs.length > 0 && signs.every(sign => !canBeIn(sign, currency));
}
