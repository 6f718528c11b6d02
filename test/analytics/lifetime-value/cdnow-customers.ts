import {readFileSync} from 'node:fs';
import type {CustomerHistories} from '../../../source/analytics/lifetime-value/customer-histories.ts';

/** The customers of CDNOW, in weeks and dollars; see the README beside the file. */
export function cdnowCustomers(): CustomerHistories & {readonly monetary: Float64Array} {
	const file = new URL('../../fixtures/cdnow/cdnow_customers_summary_with_transactions.csv', import.meta.url);
	const rows = readFileSync(file, 'utf8')
		.trim()
		.split('\r\n')
		.slice(1)
		.map(line => line.split(',').map(Number));
	const column = (index: number) => Float64Array.from(rows, row => row[index]!);
	const [frequency, monetary] = [column(1), column(4)];
	return {
		frequency,
		recency: column(2),
		age: column(3),
		monetary,
		revenue: monetary.map((mean, index) => mean * frequency[index]!),
	};
}
