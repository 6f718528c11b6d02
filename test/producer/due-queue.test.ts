import {expect, test} from 'vitest';
import {DueQueue} from '../../source/producer/due-queue.ts';
import fc from '../helpers/property.ts';

test('whatever was added comes out by its moment, each once', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 0, max: 20})), dues => {
			const queue = new DueQueue<number>();
			dues.forEach((due, index) => {
				queue.add(due, index);
			});
			const taken = dues.map(() => {
				const due = queue.nextDue;
				const index = queue.take()!;
				expect(dues[index]).toBe(due);
				return index;
			});
			expect(taken.map(index => dues[index])).toEqual(dues.toSorted((first, second) => first - second));
			expect(new Set(taken).size).toBe(dues.length);
			expect(queue.take()).toBeUndefined();
			expect(queue.nextDue).toBe(Number.POSITIVE_INFINITY);
		}),
	);
});
