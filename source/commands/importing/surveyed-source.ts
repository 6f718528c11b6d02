import {openFile, type TableOptions} from '../../ingest/formats/open-tables.ts';
import type {SurveyedSource} from '../../ingest/plan-import.ts';
import {SourceError} from '../../ingest/source-error.ts';
import type {SourceFile} from '../../ingest/sources/source-file.ts';
import {surveySource} from '../../ingest/survey-source.ts';
import type {AskedUnderstanding, TableUnderstanding} from '../../ingest/understand-table.ts';
import {canBeIn, currencyTextIn} from '../../ingest/values/currency-of.ts';

/** Reads the beginning of a file; of a workbook that of the first sheet with a table that can be loaded. */
export async function surveyed(
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
			return {...other, survey: {...other.survey, sheets: {read, others, isChosen: true}}};
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
