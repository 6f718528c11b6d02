import {expect, test} from 'vitest';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {storeQuestions} from '../../../source/store/store-questions.ts';
import {order} from '../../helpers/order.ts';
import fc from '../../helpers/property.ts';
import {testStore} from '../../helpers/store.ts';

test('however orders lie, ranges hold each of them once and never too many', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: 0, max: 6}), {maxLength: 40}),
			fc.integer({min: 1, max: 7}),
			(moments, most) => {
				const store = testStore();
				openOrderRecorder(store).record(
					'test',
					moments.map(at => order({at})),
				);
				const {orderRanges, ordersWithLines, customerSales} = storeQuestions(store.db);
				const ranges = [...orderRanges({from: 1, to: 6}, most)];
				const read = ranges.map(range => ordersWithLines.inRange(range).map(({orderId}) => orderId));
				const expected = moments
					.map((at, index) => ({at, orderId: index + 1}))
					.filter(({at}) => at >= 1 && at < 6)
					.sort((a, b) => a.at - b.at || a.orderId - b.orderId)
					.map(({orderId}) => orderId);
				expect(read.flat()).toEqual(expected);
				expect(Math.max(0, ...read.map(({length}) => length))).toBeLessThanOrEqual(most);
				expect(ranges.flatMap(customerSales)).toEqual([]);
				store.close();
			},
		),
		{numRuns: 25},
	);
});
