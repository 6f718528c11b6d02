import path from 'node:path';
import type {SurveyedSource} from '../../../ingest/linking/plan-import.ts';
import {sharedOrderKey, sharedProductKey} from '../../../ingest/linking/shared-key.ts';
import {SourceError} from '../../../ingest/source-error.ts';
import {surveySource} from '../../../ingest/understanding/survey-source.ts';
import type {
	AskedUnderstanding,
	TableUnderstanding,
} from '../../../ingest/understanding/table-understanding.ts';
import {
	besideOf,
	leavesOpen,
	precedentOf,
	type Writing,
	writingOf,
} from '../../../ingest/understanding/writing.ts';
import {withoutZeroFraction} from '../../../ingest/values/present-text.ts';
import type {ImportWritings} from '../../../store/importing/import-writings.ts';
import {otherSheets} from './surveyed-source.ts';

/**
 * Decides again about a source what its own rows leave open: corrected rows are read as the import that
 * rejected them was, others as the sources with the same columns beside it and before it show.
 *
 * @param beside the sources of the same command
 * @param before absent where there is no database yet
 * @throws SourceError when the corrected rows come from sources that were read in different ways
 */
export async function surveyTogether(
	given: SurveyedSource,
	beside: readonly SurveyedSource[],
	before: ImportWritings | undefined,
): Promise<SurveyedSource> {
	const source = await withSharedKey(given, beside);
	const {apart, survey} = source;
	const table = survey.tables[0]?.understanding;
	if (!apart || !table) {
		return source;
	}
	const again = (known: Partial<AskedUnderstanding>) => surveyedAgain(source, known);
	const place = table.columns.rejectedRow;
	const ids = place === undefined ? [] : table.samples[place]!.present.map(Number).filter(Number.isInteger);
	// They are what `writingOf` gave when those imports were recorded.
	const original = united(source.name, (before?.ofRejectedRows(ids) ?? []) as readonly Writing[]);
	if (original) {
		const {order} = table.columns;
		const orders = order === undefined ? [] : new Set(table.samples[order]!.present.map(withoutZeroFraction));
		return again({original, discountsTaken: before?.discountsOf([...orders])});
	}
	if (!survey.tables.some(({understanding}) => leavesOpen(understanding))) {
		return source;
	}
	const parts = await partsBeside(source, beside);
	if (survey.tables.length > 1) {
		return again({
			beside: besideOf([...survey.tables.map(({understanding}) => understanding), ...parts]),
		});
	}
	const header = table.header.join('\0');
	const precedent = precedentOf([
		...((before?.ofHeader(table.header) ?? []) as readonly Writing[]),
		...beside
			.filter(other => other !== source)
			.flatMap(other => other.survey.tables)
			.filter(({understanding}) => understanding.header.join('\0') === header)
			.map(({understanding}) => writingOf(understanding)),
	]);
	return again({precedent, beside: besideOf(parts)});
}

async function surveyedAgain(
	source: SurveyedSource,
	known: Partial<AskedUnderstanding>,
): Promise<SurveyedSource> {
	const {apart, survey} = source;
	const asked = {...apart!.asked, ...known};
	const found = await surveySource(source, asked);
	// Which sheet was chosen is known from before.
	return {...source, survey: {...survey, tables: found.tables}, apart: {...apart!, asked}};
}

/** Products and orders may go by a key of any name that two tables of one import share. */
async function withSharedKey(
	source: SurveyedSource,
	beside: readonly SurveyedSource[],
): Promise<SurveyedSource> {
	const [table, ...more] = source.survey.tables;
	if (!source.apart || !table || more.length > 0) {
		return source;
	}
	const others = beside
		.filter(other => other !== source)
		.flatMap(({survey: {tables}}) => tables.map(({understanding}) => understanding));
	const shared = sharedProductKey(table.understanding, others) ?? sharedOrderKey(table.understanding, others);
	return shared === undefined ? source : surveyedAgain(source, shared);
}

/** How the other sheets of a workbook and the tables in the same folder are written. */
async function partsBeside(
	source: SurveyedSource,
	beside: readonly SurveyedSource[],
): Promise<readonly TableUnderstanding[]> {
	const folder = path.dirname(source.origin);
	const neighbours = beside.filter(other => other !== source && path.dirname(other.origin) === folder);
	const sources = [...(await otherSheets(source)), ...neighbours];
	return sources.flatMap(({survey: {tables}}) => tables.map(({understanding}) => understanding));
}

/**
 * What all of them say together.
 *
 * @throws SourceError when they contradict each other
 */
function united(name: string, writings: readonly Writing[]): Writing | undefined {
	let all = writings[0];
	for (const one of writings.slice(1)) {
		const isContradicted =
			contradict(all!.dateOrders, one.dateOrders) ||
			contradict(all!.decimalMarks, one.decimalMarks) ||
			(all!.currency ?? one.currency) !== (one.currency ?? all!.currency);
		if (isContradicted) {
			throw new SourceError(
				`${name} has rejected rows of sources that were read in different ways: write those of each into a file of their own with salesmon rejects --source NAME --out FILE`,
			);
		}
		all = {
			...all!,
			columns: {...one.columns, ...all!.columns},
			dateOrders: {...one.dateOrders, ...all!.dateOrders},
			decimalMarks: {...one.decimalMarks, ...all!.decimalMarks},
			currency: all!.currency ?? one.currency,
		};
	}
	return all;
}

type Decisions = Readonly<Record<string, {readonly is: string} | undefined>>;

function contradict(some: Decisions, others: Decisions): boolean {
	return Object.entries(some).some(
		([key, decided]) => decided && (others[key]?.is ?? decided.is) !== decided.is,
	);
}
