import {expect, test} from 'vitest';
import {createTopList} from '../../source/dashboard/top-list.ts';
import fc from '../helpers/property.ts';

test('after any changes it is what sorting everything gives', () => {
	const change = fc.record({id: fc.integer({min: 1, max: 40}), by: fc.integer({min: -20, max: 20})});
	fc.assert(
		fc.property(fc.array(change, {maxLength: 300}), fc.integer({min: 1, max: 6}), (changes, length) => {
			const values = new Map<number, number>();
			const list = createTopList(length, {
				keys: () => values.keys(),
				size: () => values.size,
				valueFor: id => values.get(id),
			});
			for (const [index, {id, by}] of changes.entries()) {
				if (by === 20) {
					values.delete(id);
				} else {
					values.set(id, (values.get(id) ?? 0) + by);
				}
				list.changed(id);
				if (index % 3 === 0) {
					const sorted = [...values].sort(([a, x], [b, y]) => y - x || a - b).slice(0, length);
					expect(list.ids()).toEqual(sorted.map(([sortedId]) => sortedId));
				}
			}
		}),
		{numRuns: 300},
	);
});
