import type {Table} from './table.ts';

/** Tables as if they had this header: values go by the names of their columns, those of others are left out. */
export async function* underHeader(
	tables: AsyncIterable<Table>,
	header: Table['header'],
): AsyncGenerator<Table> {
	for await (const {header: own, records, ...table} of tables) {
		const places = header.map(name => own.indexOf(name));

		async function* placed() {
			for await (const some of records) {
				yield some.map(record =>
					record.problem === undefined
						? {...record, cells: places.map(place => record.cells[place] ?? '')}
						: record,
				);
			}
		}

		yield {...table, header, records: placed()};
	}
}
