import {expect, test} from 'vitest';
import {createKeyFilter} from '../../../../source/store/importing/orders/key-filter.ts';
import fc from '../../../helpers/property.ts';

test('every key that was added may be held', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), keys => {
			const filter = createKeyFilter();
			for (const key of keys) {
				filter.add(key);
			}
			expect(keys.every(filter.mayHold)).toBe(true);
		}),
		{seed: 5, numRuns: 20},
	);
});

test('of numbers that were not added few are held', () => {
	const filter = createKeyFilter();
	for (let number = 0; number < 100_000; number++) {
		filter.add(`C${536_365 + number}`);
	}
	const others = Array.from({length: 10_000}, (_, number) => `C${736_365 + number}`);
	expect(others.filter(filter.mayHold).length).toBeLessThan(100);
});
