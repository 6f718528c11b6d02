import {expect, test} from 'vitest';
import {measureVitals} from '../../../source/commands/screen/measure-vitals.ts';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {order} from '../../helpers/order.ts';
import {testStore} from '../../helpers/store.ts';

function open() {
	const store = testStore();
	const {record} = openOrderRecorder(store);
	record('test', [order({}), order({})]);
	let now = 0;
	const meter = measureVitals(store, '/nowhere/sales.db', () => now);
	return {record, meter, pass: (ms: number) => (now += ms)};
}

test('durations are told by their median and by what 95 of 100 stay within', () => {
	const {meter} = open();
	for (let ms = 1; ms <= 100; ms++) {
		meter.noteRead(ms);
	}
	expect(meter.vitals()).toMatchObject({read: {median: 50, p95: 95}, draw: undefined});
	for (let count = 0; count < 120; count++) {
		meter.noteRead(7);
	}
	expect(meter.vitals().read).toEqual({median: 7, p95: 7});
});

test('what was sent counts over the last ten seconds', () => {
	const {meter, pass} = open();
	pass(20_000);
	meter.noteSent(4000);
	pass(5000);
	meter.noteSent(1000);
	expect(meter.vitals().bytesPerSecond).toBe(500);
	pass(6000);
	expect(meter.vitals().bytesPerSecond).toBe(100);
	pass(10_000);
	expect(meter.vitals().bytesPerSecond).toBe(0);
});

test('rows are counted, and again after a few seconds', () => {
	const {meter, pass, record} = open();
	expect(meter.vitals()).toMatchObject({orders: 2, lines: 2, fileBytes: 0});
	record('test', [order({})]);
	expect(meter.vitals().orders).toBe(2);
	pass(5000);
	expect(meter.vitals()).toMatchObject({orders: 3, lines: 3});
});
