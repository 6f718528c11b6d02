import {expect, test} from 'vitest';
import {jsonProblems} from '../../../source/ingest/formats/read-json.ts';
import fc from '../../helpers/property.ts';
import {tablesIn} from '../../helpers/tables.ts';

/** Each row as the columns that say something. */
async function rowsIn(text: string, chunkLength?: number) {
	const {tables} = await tablesIn(text, chunkLength);
	return tables.flatMap(({header, rows}) =>
		rows.map(row =>
			Object.fromEntries(header.flatMap((name, place) => (row[place] === '' ? [] : [[name, row[place]]]))),
		),
	);
}

const nested = [
	{
		id: 1,
		customer: {name: 'Ada', email: 'ada@example.com'},
		lines: [
			{sku: 'A', quantity: 2, price: 2.5},
			{sku: 'B', quantity: 1, price: 0.1},
		],
		payments: [{kind: 'card', amount: 5.1}],
		tags: ['new', 'web'],
	},
	{id: 2, customer: null, lines: [{sku: 'A', quantity: -1, price: 2.5}]},
];

const flat = [
	{
		id: '1',
		'customer.name': 'Ada',
		'customer.email': 'ada@example.com',
		payments: '[{"kind":"card","amount":5.1}]',
		tags: 'new, web',
		'lines.sku': 'A',
		'lines.quantity': '2',
		'lines.price': '2.5',
	},
	{
		id: '1',
		'customer.name': 'Ada',
		'customer.email': 'ada@example.com',
		payments: '[{"kind":"card","amount":5.1}]',
		tags: 'new, web',
		'lines.sku': 'B',
		'lines.quantity': '1',
		'lines.price': '0.1',
	},
	{id: '2', 'lines.sku': 'A', 'lines.quantity': '-1', 'lines.price': '2.5'},
];

test.each([
	['an array', 'json', JSON.stringify(nested)],
	['an indented array', 'json', JSON.stringify(nested, undefined, 2)],
	['an object around an array', 'json', JSON.stringify({count: 2, data: {orders: nested}, next: null})],
	['a line each', 'ndjson', nested.map(order => JSON.stringify(order)).join('\n')],
	['values one after another', 'ndjson', nested.map(order => JSON.stringify(order, undefined, 2)).join('\n')],
])('orders in %s become a row for each line', async (_, format, text) => {
	expect((await tablesIn(text)).format).toBe(format);
	for (const chunkLength of [undefined, 1, 3, 64]) {
		expect(await rowsIn(text, chunkLength)).toEqual(flat);
	}
});

test('a single order is an order, not something around its lines', async () => {
	expect(await rowsIn(JSON.stringify(nested[0]))).toEqual(flat.slice(0, 2));
});

test('an array of arrays has its header first', async () => {
	expect(await rowsIn('[["order","sku"],[1,"A"],[2,null]]')).toEqual([{order: '1', sku: 'A'}, {order: '2'}]);
});

test('arrays beside one another are tables of their own', async () => {
	const {tables} = await tablesIn('{"customers":[{"id":7}],"orders":[{"id":1,"customer":7},{"id":2}]}');
	expect(tables).toMatchObject([
		{name: 'customers', header: ['id'], rows: [['7']]},
		{
			name: 'orders',
			header: ['id', 'customer'],
			rows: [
				['1', '7'],
				['2', ''],
			],
		},
	]);
});

test('what comes after the first hundreds may have new columns, and none is left out', async () => {
	const orders = Array.from({length: 2000}, (_, id) => ({id, ...(id >= 1500 && {discount: 1})}));
	const rows = await rowsIn(orders.map(order => JSON.stringify(order)).join('\n'));
	expect(rows).toHaveLength(2000);
	expect(rows.filter(({discount}) => discount === '1')).toHaveLength(500);
});

test('ids of more digits than a number can hold stay what they are', async () => {
	expect(
		await rowsIn('{"id": 9007199254740993123, "price": 1e-7, "n": 12345678901234567000}\n{"id":1}'),
	).toEqual([{id: '9007199254740993123', price: '0.0000001', n: '12345678901234567000'}, {id: '1'}]);
});

test('a line that is no JSON costs that line only', async () => {
	const {tables} = await tablesIn('{"id":1}\n{"id":2\nnull\n"text"\n\n{"id":3}');
	expect(tables).toMatchObject([
		{
			rows: [['1'], ['3']],
			problems: [jsonProblems.unreadable, jsonProblems.noObject, jsonProblems.noObject],
			lines: [1, 2, 3, 4, 6],
		},
	]);
});

test('an element that is no object, and one that breaks off, are told', async () => {
	const {tables} = await tablesIn('[\n{"id":1},\nnull, 7,\n{"id":2},\n{"id":');
	expect(tables).toMatchObject([
		{
			rows: [['1'], ['2']],
			problems: [jsonProblems.noObject, jsonProblems.noObject, jsonProblems.unreadable],
			lines: [2, 3, 3, 4, 5],
		},
	]);
});

test.each(['[]', '{}', '{"orders": []}', '[ ]'])('%s has no orders', async text => {
	const {tables} = await tablesIn(text).catch((error: Error) => ({tables: error.message}));
	expect(
		tables === 'sales has no orders in its JSON: it must hold objects, or an array of them' || tables,
	).toEqual(text === '{}' ? [expect.objectContaining({header: [], rows: [[]]})] : true);
});

test('any objects come back as they were written, however the text is laid out and cut', async () => {
	const text = fc.string({
		unit: fc.constantFrom('a', '"', '\\', '{', '}', '[', ']', ',', ':', '\n', 'é', ' '),
	});
	const object = fc
		.record({id: fc.integer(), text, inner: fc.record({text})})
		.map(each => ({...each, key: 'never empty'}));
	await fc.assert(
		fc.asyncProperty(
			fc.array(object, {minLength: 2, maxLength: 8}),
			fc.constantFrom(undefined, 2),
			fc.constantFrom('array', 'wrapped', 'lines', 'values'),
			fc.integer({min: 1, max: 30}),
			async (objects, indent, layout, chunkLength) => {
				const texts = objects.map(each => JSON.stringify(each, undefined, layout === 'lines' ? 0 : indent));
				const written =
					layout === 'array'
						? `[${texts.join(',')}]`
						: layout === 'wrapped'
							? `{"a":"[{","data":[${texts.join(' , ')}],"z":1}`
							: texts.join('\n');
				const {tables} = await tablesIn(written, chunkLength);
				expect(tables.flatMap(({rows}) => rows)).toEqual(
					objects.map(({id, text: one, inner, key}) => [String(id), one, inner.text, key]),
				);
			},
		),
		{seed: 3, numRuns: 200},
	);
});
