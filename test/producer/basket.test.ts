import {expect, test} from 'vitest';
import {catalogue, shopHistory} from './shop-history.ts';

const {sales} = shopHistory({days: 60});
const names = new Map(
	catalogue.categories.flatMap(({products}) => products.map(({code, name}) => [name, code] as const)),
);

/** How much more often the two are bought together than chance would have it. */
function lift(first: string, second: string): number {
	const has = (name: string) => {
		const code = names.get(name)!;
		return new Set(sales.filter(({lines}) => lines.some(line => line.product.code === code)));
	};
	const withFirst = has(first);
	const withSecond = has(second);
	const both = [...withFirst].filter(order => withSecond.has(order)).length;
	return (both * sales.length) / (withFirst.size * withSecond.size);
}

test('a basket has one to six different products, a bit over two in the mean', () => {
	const sizes = sales.map(({lines}) => lines.length);
	expect(new Set(sizes)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
	const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
	expect(mean).toBeGreaterThan(2.05);
	expect(mean).toBeLessThan(2.5);
	expect(sales.every(({lines}) => new Set(lines.map(line => line.product)).size === lines.length)).toBe(true);
});

test('mostly one unit is bought, at times two or three', () => {
	const lines = sales.flatMap(order => order.lines);
	const share = (units: number) => lines.filter(({quantity}) => quantity === units).length / lines.length;
	expect(share(1)).toBeGreaterThan(0.75);
	expect(share(2)).toBeGreaterThan(0.05);
	expect(share(3)).toBeGreaterThan(0.01);
	expect(share(1) + share(2) + share(3)).toBeCloseTo(1, 10);
});

test.each([
	['Espresso machine', 'Coffee beans, 1 kg'],
	['Running shoes', 'Sports socks, 3 pairs'],
	['Garden hose, 25 m', 'Hose nozzle'],
])('%s and %s are bought together', (first, second) => {
	expect(lift(first, second)).toBeGreaterThan(1.5);
});

test('products that have nothing to do with each other are not', () => {
	expect(lift('Bird seed, 2 kg', 'USB-C cable')).toBeLessThan(1.5);
});

test('some lines are discounted', () => {
	const lines = sales.flatMap(order => order.lines);
	const discounted = lines.filter(({discount}) => discount > 0).length / lines.length;
	expect(discounted).toBeGreaterThan(0.03);
	expect(discounted).toBeLessThan(0.2);
});

test('the unit price is the list price', () => {
	expect(sales.every(({lines}) => lines.every(line => line.unitPrice === line.product.price))).toBe(true);
});

test('who comes back buys more than by chance what goes with the purchase before', () => {
	const last = new Map<string, ReadonlySet<string>>();
	const codes = (order: (typeof sales)[number]) => new Set(order.lines.map(({product}) => product.code));
	const count = {after: 0, afterBoth: 0, all: 0, both: 0};
	for (const order of sales.filter(({customer}) => customer)) {
		const before = last.get(order.customer!.code);
		const isCoffee = codes(order).has(names.get('Coffee beans, 1 kg')!);
		count.all++;
		count.both += isCoffee ? 1 : 0;
		if (before?.has(names.get('Espresso machine')!) && before.size === 1) {
			count.after++;
			count.afterBoth += isCoffee ? 1 : 0;
		}
		last.set(order.customer!.code, codes(order));
	}
	expect(count.after).toBeGreaterThan(50);
	expect(count.afterBoth / count.after).toBeGreaterThan((2 * count.both) / count.all);
});
