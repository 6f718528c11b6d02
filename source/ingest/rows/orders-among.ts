/** The rows of each order, as they follow one another. */
export function ordersAmong<Row extends {readonly order: string | undefined}>(
	rows: readonly Row[],
): readonly (readonly Row[])[] {
	const orders: Row[][] = [];
	let last: string | undefined;
	for (const row of rows) {
		const current = orders.at(-1);
		if (current && (row.order === undefined || row.order === last)) {
			current.push(row);
		} else {
			orders.push([row]);
		}
		last = row.order ?? last;
	}
	return orders;
}
