import type {TableOptions} from '../formats/open-tables.ts';
import type {TableShape} from '../shapes/table-shape.ts';
import type {SourceFile} from '../sources/source-file.ts';
import type {SalesSource, SourceSurvey} from '../understanding/survey-source.ts';
import type {AskedUnderstanding, TableUnderstanding} from '../understanding/table-understanding.ts';

/** A source of which the beginning was read. */
export type SurveyedSource = SalesSource & {
	readonly origin: string;
	readonly survey: SourceSurvey;
	/** By what another thread reads the same; absent where only this one can. */
	readonly apart?: TableOptions & {readonly file: SourceFile; readonly asked: AskedUnderstanding};
};

/** One table of a source. */
export type Part = {
	readonly source: SurveyedSource;
	/** Of the table in its source, from 0. */
	readonly index: number;
	readonly table: TableUnderstanding;
};

/** What is to be read, and in what order. */
export type ImportPlan = {
	/** Tables that others refer to, in the order in which they must be read. */
	readonly entries: readonly Part[];
	readonly orders: readonly Part[];
	readonly lines: readonly Part[];
	/** Sources that are whole sales by themselves. */
	readonly sales: readonly SurveyedSource[];
	/** Tables of which nothing is loaded. */
	readonly leftOut: readonly Part[];
};

const entryShapes: readonly TableShape[] = ['categories', 'stores', 'customers', 'products'];

/** Finds the tables that belong together by what their columns are. */
export function planImport(given: readonly SurveyedSource[]): ImportPlan {
	const sources = withUnpricedLines(given);
	const parts = sources.flatMap(source =>
		source.survey.tables.map(({understanding}, index) => ({source, index, table: understanding})),
	);
	const ofShape = (...shapes: readonly TableShape[]) =>
		shapes.flatMap(shape => parts.filter(({table}) => table.shape === shape));
	const orders = ofShape('orders');
	const lines = ofShape('lines');
	const hasOwnDates = lines.length > 0 && lines.every(({table}) => table.columns.at !== undefined);
	const isLinked = (orders.length > 0 || hasOwnDates) && lines.length > 0;
	const entries = ofShape(...entryShapes);
	const linked = new Set<Part>([...entries, ...(isLinked ? [...(hasOwnDates ? [] : orders), ...lines] : [])]);
	const isUseful = (part: Part) => linked.has(part) || part.table.shape === 'sales';
	// A source that holds nothing is left out in the company of others, and refused when it stands alone.
	const isAlone = linked.size === 0 && !parts.some(isUseful);
	const sales = sources.filter(source =>
		parts.some(
			part =>
				part.source === source &&
				!linked.has(part) &&
				(part.table.shape === 'sales' ||
					part.table.shape === 'lines' ||
					part.table.shape === 'orders' ||
					isAlone),
		),
	);
	return {
		entries,
		orders: isLinked && !hasOwnDates ? orders : [],
		lines: isLinked ? lines : [],
		sales,
		leftOut: parts.filter(part => !linked.has(part) && !sales.includes(part.source)),
	};
}

/** Sales without prices, beside a table of products with prices, are lines that refer to it. */
function withUnpricedLines(sources: readonly SurveyedSource[]): readonly SurveyedSource[] {
	const tables = sources.flatMap(({survey}) => survey.tables.map(({understanding}) => understanding));
	const hasPrices = tables.some(
		({shape, columns}) => shape === 'products' && columns.unitPrice !== undefined,
	);
	const isLinked = ['lines', 'orders'].every(shape => tables.some(table => table.shape === shape));
	const isUnpriced = ({shape, columns}: TableUnderstanding) =>
		shape === 'sales' &&
		columns.product !== undefined &&
		columns.at !== undefined &&
		columns.unitPrice === undefined &&
		columns.total === undefined;
	if (!hasPrices || isLinked) {
		return sources;
	}
	return sources.map(source =>
		source.survey.tables.some(({understanding}) => isUnpriced(understanding))
			? {
					...source,
					survey: {
						...source.survey,
						tables: source.survey.tables.map(table =>
							isUnpriced(table.understanding)
								? {...table, understanding: {...table.understanding, shape: 'lines' as const}}
								: table,
						),
					},
				}
			: source,
	);
}

/** What the sales are in; ISO 4217, absent where nothing says it. */
export function currencyOf({lines, sales, entries}: ImportPlan): string | undefined {
	const tables = [
		...lines.map(({table}) => table),
		...sales.flatMap(({survey}) => survey.tables.slice(0, 1).map(({understanding}) => understanding)),
		...entries.map(({table}) => table),
	];
	return tables.map(({currency}) => currency).find(currency => currency !== undefined);
}
