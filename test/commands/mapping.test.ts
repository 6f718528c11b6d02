import {expect, onTestFinished, test, vi} from 'vitest';
import {parseMapping} from '../../source/commands/importing/flags/parse-mapping.ts';
import {testFolder} from '../helpers/store.ts';
import {importFolder} from './import-folder.ts';

const sheet = 'Vorgang,Was,Wieviel,Kostet,Wann\nA,Mug,2,5,05/03/2024\n';
const map = 'order=Vorgang,product=Was,quantity=Wieviel,price=Kostet,date=Wann';

/** Mappings are kept in a folder of their own. */
function withConfiguration(): void {
	vi.stubEnv('XDG_CONFIG_HOME', testFolder());
	onTestFinished(() => {
		vi.unstubAllEnvs();
	});
}

test('fields are named by their own words or by others, whatever their case', () => {
	expect(parseMapping('Order=InvoiceNo, sku="Stock, code",discountPercent=Rebate')).toEqual({
		columns: {order: 'InvoiceNo', product: 'Stock, code', discount: 'Rebate'},
		discount: 'percent',
	});
});

test.each([
	['order', 'write FIELD=COLUMN'],
	['order=', 'write FIELD=COLUMN'],
	['colour=Red', 'there is no field "colour"; the fields are order, product'],
])('--map %s is wrong usage', (text, message) => {
	expect(() => parseMapping(text)).toThrow(message);
});

test('a mapping that was saved by name is used again, in another database too', async () => {
	withConfiguration();
	const first = importFolder({'sales.csv': sheet});
	await first.run(first.folder, '--map', map, '--date-order', 'mdy', '--save-mapping', 'till');
	expect(first.query('SELECT at FROM orders')).toEqual([[Date.UTC(2024, 4, 3)]]);
	const second = importFolder({'other.csv': sheet.replace('A,', 'B,')});
	const {json} = await second.run(second.folder, '--mapping', 'till');
	expect(json).toMatchObject([{loaded: 1, mapping: {order: 'Vorgang', at: 'Wann'}}]);
	expect(second.query('SELECT number, at FROM orders')).toEqual([['B', Date.UTC(2024, 4, 3)]]);
});

test('a mapping that nobody has saved is named with those there are', async () => {
	withConfiguration();
	const {run, folder} = importFolder({'sales.csv': sheet});
	await expect(run(folder, '--mapping', 'shopify')).rejects.toThrow('none is saved yet');
	await run(folder, '--map', map, '--save-mapping', 'tried', '--dry-run');
	await run(folder, '--map', map, '--save-mapping', 'till');
	await expect(run(folder, '--mapping', 'shopify')).rejects.toThrow(
		'there is no such mapping; there are till',
	);
	await expect(run(folder, '--mapping', '../till')).rejects.toThrow('name it with letters');
});

test('a text in single quotes holds in every row, such as for receipts that name no products', async () => {
	const {run, folder, query} = importFolder({
		'till.csv':
			'Receipt;Date;Time;Payment;Total\n1;01.05.2024;09:05;cash;12,50\n2;01.05.2024;09:40;card;7,90\n3;01.05.2024;10:15;card;-7,90\nSum;;;;12,50\n',
	});
	const refused = await run(folder);
	expect(refused.err.join('\n')).toContain(
		"product='Receipt', in single quotes, says that each row is a sale",
	);
	const map = "product='Receipt',store='Lyon'";
	const {json} = await run(folder, '--map', map);
	expect(json).toMatchObject([
		{
			read: 4,
			loaded: 3,
			rejected: 1,
			amount: {loaded: '12.5000'},
			mapping: {order: 'Receipt', product: "'Receipt'"},
		},
	]);
	expect(
		query(
			'SELECT products.name, stores.name, number, revenue FROM order_lines JOIN products USING (product_id) JOIN orders USING (order_id) JOIN stores USING (store_id)',
		),
	).toEqual([
		['Receipt', 'Lyon', '1', 125_000],
		['Receipt', 'Lyon', '2', 79_000],
		['Receipt', 'Lyon', '3', -79_000],
	]);
	expect((await run(folder, '--map', map)).json).toMatchObject([{duplicate: 3, rejected: 1}]);
});
