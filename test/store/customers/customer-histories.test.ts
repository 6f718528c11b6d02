import {expect, onTestFinished, test} from 'vitest';
import {openZone} from '../../../source/business-time.ts';
import type {Order} from '../../../source/order.ts';
import {customerHistories} from '../../../source/store/customers/customer-histories.ts';
import {openStore} from '../../../source/store/open-store.ts';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {line, order} from '../../helpers/order.ts';
import {testStore} from '../../helpers/store.ts';

const ada = {code: 'ada', name: 'Ada'};
const at = (day: number, hour = 12) => Date.UTC(2026, 10, day, hour);
const buys = (moment: number, price: number, given: Partial<Order> = {}) =>
	order({at: moment, customer: ada, lines: [line({unitPrice: price})], ...given});
const returned = (moment: number, price: number) =>
	order({at: moment, customer: ada, lines: [line({unitPrice: price, quantity: -1})]});

/** Days since 1970 of November 2026. */
const day = (date: number) => Date.UTC(2026, 10, date) / 86_400_000;

function historiesOf(orders: readonly Order[], before = at(30)) {
	const store = testStore();
	openOrderRecorder(store).record('test', orders);
	return customerHistories(store)(before);
}

test('orders of one day are one purchase, and the first day is told apart', () => {
	const [history, ...others] = historiesOf([
		buys(at(2, 9), 100),
		buys(at(2, 18), 50),
		buys(at(5), 30),
		buys(at(9), 20),
	]);
	expect(others).toEqual([]);
	expect(history).toEqual({
		customerId: 1,
		code: 'ada',
		name: 'Ada',
		days: 3,
		firstDay: day(2),
		lastDay: day(9),
		firstDayRevenue: 150,
		purchaseRevenue: 200,
		revenue: 200,
	});
});

test('returns and free orders are no purchases, and returns are taken off revenue', () => {
	const [history] = historiesOf([
		buys(at(1), 0),
		buys(at(2), 100),
		returned(at(4), 40),
		buys(at(6), 70),
		returned(at(6), 10),
		returned(at(8), 5),
	]);
	expect(history).toMatchObject({
		days: 2,
		firstDay: day(2),
		lastDay: day(6),
		firstDayRevenue: 100,
		purchaseRevenue: 170,
		revenue: 115,
	});
});

test('guests, who only returned, and what comes later are left out', () => {
	const bob = {code: 'bob'};
	const histories = historiesOf(
		[
			buys(at(2), 100),
			buys(at(3), 100, {customer: undefined}),
			returned(at(3), 9),
			{...returned(at(3), 9), customer: bob},
			buys(at(7), 100),
		],
		at(7),
	);
	expect(histories).toMatchObject([{code: 'ada', days: 1, revenue: 91}]);
});

test('days are those of the business zone, or of the one asked for', () => {
	const store = openStore(':memory:', {zoneName: 'Europe/Paris', currency: 'EUR'});
	onTestFinished(store.close);
	// 00:30 and 23:30 of 3 November in Paris, and of two days in UTC.
	openOrderRecorder(store).record('test', [buys(at(2, 23) + 1_800_000, 10), buys(at(3, 22) + 1_800_000, 10)]);
	expect(customerHistories(store)(at(30))).toMatchObject([{days: 1, firstDay: day(3), lastDay: day(3)}]);
	expect(customerHistories(store, openZone('UTC'))(at(30))).toMatchObject([
		{days: 2, firstDay: day(2), lastDay: day(3)},
	]);
});
