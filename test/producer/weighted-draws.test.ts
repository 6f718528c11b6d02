import {expect, test} from 'vitest';
import {aliasTable} from '../../source/producer/alias-table.ts';
import {randomStream} from '../../source/producer/random.ts';
import {WeightedSet} from '../../source/producer/weighted-set.ts';

function shares<Item>(draw: () => Item): Map<Item, number> {
	const counts = new Map<Item, number>();
	for (let round = 0; round < 40_000; round++) {
		const item = draw();
		counts.set(item, (counts.get(item) ?? 0) + 1 / 40_000);
	}
	return counts;
}

test('an alias table draws by weight and never what weighs nothing', () => {
	const random = randomStream(1, 'sales');
	const draw = aliasTable([5, 0, 3, 2]);
	const drawn = shares(() => draw(random));
	expect(drawn.get(0)).toBeCloseTo(0.5, 1.7);
	expect(drawn.get(1)).toBeUndefined();
	expect(drawn.get(2)).toBeCloseTo(0.3, 1.7);
	expect(drawn.get(3)).toBeCloseTo(0.2, 1.7);
});

test('a weighted set draws by weight whoever is in it, beyond its first size', () => {
	const random = randomStream(1, 'sales');
	const set = new WeightedSet<string>();
	expect(set.draw(random)).toBeUndefined();
	const slots = Array.from({length: 3000}, (_, index) => set.add(`gone ${index}`, 1));
	set.add('rare', 1);
	for (const slot of slots) {
		set.remove(slot);
	}
	set.add('common', 3);
	const drawn = shares(() => set.draw(random));
	expect(drawn.get('common')).toBeCloseTo(0.75, 1.7);
	expect(drawn.get('rare')).toBeCloseTo(0.25, 1.7);
	expect(drawn.size).toBe(2);
});
