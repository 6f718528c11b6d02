import {expect, test} from 'vitest';
import {purchaseLines} from '../../../source/store/customers/purchase-lines.ts';
import {stockAt} from '../../../source/store/products/stock-at.ts';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {line, order, product} from '../../helpers/order.ts';
import {testStore} from '../../helpers/store.ts';

const [pan, mug] = [product({stock: 20}), product({code: 'mug', name: 'Mug', stock: undefined})];
const at = Date.UTC(2026, 10, 20, 12);
const hour = 3_600_000;

function shop() {
	const store = testStore();
	const {record} = openOrderRecorder(store);
	record('test', [
		order({at, customer: {code: 'C1'}, lines: [line({product: pan, quantity: 3}), line({product: mug})]}),
		order({at: at + 2 * hour, lines: [line({product: mug, quantity: 2})]}),
	]);
	record(
		'test',
		[order({at: at + hour, customer: {code: 'C2'}, lines: [line({product: pan, quantity: -1})]})],
		[{product: pan, at: at + 3 * hour, quantity: 30}],
	);
	return store;
}

test('every line comes with its order, product and units, and every order with its customer', () => {
	const lines = purchaseLines(shop().db)(at + 9 * hour);
	expect(lines).toMatchObject({customerCount: 2, productCount: 2});
	expect([...lines.customerOf]).toEqual([0, -1, 1]);
	expect([...lines.at]).toEqual([at, at + 2 * hour, at + hour]);
	expect([...lines.orderOf]).toEqual([0, 0, 1, 2]);
	expect([...lines.productOf]).toEqual([0, 1, 1, 0]);
	expect([...lines.quantity]).toEqual([3, 1, 2, -1]);
});

test('lines of a moment and later are not known before it', () => {
	const read = purchaseLines(shop().db);
	expect([...read(at + hour).orderOf]).toEqual([0, 0]);
	expect([...read(at + hour + 1).orderOf]).toEqual([0, 0, 2]);
	expect([...read(at).orderOf]).toEqual([]);
});

test('orders are found by their ids, whatever ids they have', () => {
	const store = shop();
	store.db.exec(`
		INSERT INTO orders (order_id, at, region_id) VALUES (900000, ${at}, 1), (70, ${at}, 1);
		INSERT INTO order_lines (order_id, product_id, quantity, unit_price)
		VALUES (900000, 2, 5, 0), (70, 1, 6, 0), (2, 1, 7, 0);
	`);
	const lines = purchaseLines(store.db)(at + 9 * hour);
	expect([...lines.orderOf]).toEqual([0, 0, 1, 2, 4, 3, 1]);
	expect([...lines.productOf]).toEqual([0, 1, 1, 0, 1, 0, 0]);
});

test('the stock of a moment is what there is now, with what was sold since and without what came in since', () => {
	const stock = stockAt(shop().db);
	const ofPan = (moment: number) => stock(moment).find(({code}) => code === 'pan')!.stock;
	// 20 − 3 + 1 + 30.
	expect(ofPan(at + 9 * hour)).toBe(48);
	expect(ofPan(at + 3 * hour)).toBe(18);
	expect(ofPan(at + hour)).toBe(17);
	expect(ofPan(at)).toBe(20);
	expect(stock(at).find(({code}) => code === 'mug')!.stock).toBeNull();
});
