import {openFile, type TableOptions} from '../../../ingest/formats/open-tables.ts';
import type {SurveyedSource} from '../../../ingest/linking/plan-import.ts';
import {headerKey} from '../../../ingest/mapping/header-key.ts';
import type {TableShape} from '../../../ingest/shapes/table-shape.ts';
import {SourceError} from '../../../ingest/source-error.ts';
import type {SourceFile} from '../../../ingest/sources/source-file.ts';
import {surveySource} from '../../../ingest/understanding/survey-source.ts';
import type {
	AskedUnderstanding,
	TableUnderstanding,
} from '../../../ingest/understanding/table-understanding.ts';
import {canBeIn, currencyTextIn} from '../../../ingest/values/currency-of.ts';

/**
 * Reads the beginning of a file; of a workbook that of the first sheet with sales, of those that mean the same by
 * their columns, as where a year has a sheet for each month, and of those that they refer to, each of which is a
 * source of its own.
 */
export async function surveyed(
	file: SourceFile,
	asked: AskedUnderstanding,
	options: TableOptions = {},
): Promise<readonly SurveyedSource[]> {
	const first = await surveyedSheet(file, asked, options);
	const {sheets} = first.survey;
	if (!sheets || sheets.others.length === 0) {
		return [first];
	}
	const all = [{sheet: sheets.read, source: first}];
	for (const sheet of sheets.others) {
		const named = {...file, name: `${file.name} (${sheet})`, origin: `${file.origin} (${sheet})`};
		const source = await surveyedSheet(named, asked, {...options, sheet}).catch(passOverEmpty);
		all.push(...(source ? [{sheet, source}] : []));
	}
	const {read, alike, linked} = sheetsToRead(all);
	const others = [sheets.read, ...sheets.others].filter(
		sheet => ![read, ...alike, ...linked].some(other => other.sheet === sheet),
	);
	const main =
		read.source === first ? first : await surveyedSheet(file, asked, {...options, sheet: read.sheet});
	const choice = {others, linked: linked.map(({sheet}) => sheet), isChosen: read.source !== first};
	return [{...read, source: main}, ...alike, ...linked].map(({sheet, source}, index) => ({
		...source,
		survey: {
			...source.survey,
			sheets: {
				...choice,
				read: sheet,
				alike: index > alike.length ? [] : [read, ...alike].map(other => other.sheet).toSpliced(index, 1),
			},
		},
	}));
}

type Sheet = {readonly sheet: string; readonly source: SurveyedSource};

/** What whole sales refer to. */
const besideSales: readonly TableShape[] = ['products', 'customers', 'categories'];
const besideLines: readonly TableShape[] = [...besideSales, 'stores', 'orders', 'lines'];

/** Which sheets of a workbook hold what is loaded; the first where none does. */
function sheetsToRead(all: readonly Sheet[]): {
	readonly read: Sheet;
	readonly alike: readonly Sheet[];
	readonly linked: readonly Sheet[];
} {
	const of = (...shapes: readonly TableShape[]) =>
		all.filter(({source: {survey}}) =>
			survey.tables.some(({understanding: {shape}}) => shapes.includes(shape)),
		);
	const isLinked = of('lines').length > 0 && of('orders').length > 0;
	const read =
		of('sales')[0] ??
		(isLinked ? of('lines')[0]! : (all.find(({source}) => holdsSomething(source)) ?? all[0]!));
	const meaning = meaningOf(read.source);
	const alike = all.filter(
		other => other !== read && meaning !== undefined && meaningOf(other.source) === meaning,
	);
	const beside = of('sales').includes(read) ? of(...besideSales) : isLinked ? of(...besideLines) : [];
	return {read, alike, linked: beside.filter(other => other !== read && !alike.includes(other))};
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

/** What the columns of a source mean that is one table; absent where nothing in it can be loaded. */
function meaningOf(source: SurveyedSource): string | undefined {
	const [table, ...more] = source.survey.tables;
	if (!table || more.length > 0 || !holdsSomething(source)) {
		return undefined;
	}
	const {shape, header, matches} = table.understanding;
	return shape === 'sales'
		? matches.map(match => `${match.field}=${headerKey(match.header)}`).join('\0')
		: header.join('\0');
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
