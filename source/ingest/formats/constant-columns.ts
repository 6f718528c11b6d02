import type {Table, TableRecord} from './table.ts';

/** A text in single quotes, in the place of a column's name, stands for a column that holds it in every row. */
const constant = /^'(.+)'$/s;

/** The columns that somebody has asked for and that are to hold the same in every row. */
export function constantsIn(asked: Readonly<Partial<Record<string, string>>>): readonly string[] {
	return [...new Set(Object.values(asked))].filter(
		name => name !== undefined && constant.test(name),
	) as string[];
}

/** Tables with such columns beside their own. */
export async function* withConstants(
	tables: AsyncIterable<Table>,
	names: readonly string[],
): AsyncGenerator<Table> {
	const values = names.map(name => constant.exec(name)![1]!);
	for await (const {header, records, ...table} of tables) {
		// Rows that were rejected before have the column already, with nothing in it.
		const places = names.map((name, index) => {
			const place = header.indexOf(name);
			return place < 0 ? header.length + index : place;
		});
		const complete = (record: TableRecord): TableRecord => {
			const cells = [...record.cells];
			for (const [index, place] of places.entries()) {
				cells[place] = values[index]!;
			}
			return record.problem === undefined ? {...record, cells} : record;
		};

		async function* completed() {
			for await (const some of records) {
				yield some.map(complete);
			}
		}

		yield {
			...table,
			header: [...header, ...names.filter(name => !header.includes(name))],
			records: completed(),
		};
	}
}
