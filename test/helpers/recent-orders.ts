import type {RecentOrder} from '../../source/dashboard/dashboard.ts';
import {customerNames, euros, productNames, regionNames, some, testNow} from './shop-figures.ts';

/** One sale of the tape. */
export function recentOrder(overrides: Partial<RecentOrder> = {}): RecentOrder {
	return {
		id: 1,
		number: undefined,
		at: testNow - 2000,
		customer: 'Jonas Berg',
		region: 'Île-de-France',
		lines: [{product: 'Noise-cancelling headphones', quantity: 2}],
		revenue: euros(238.9),
		news: undefined,
		...overrides,
	};
}

const news: RecentOrder['news'][] = [
	{kind: 'tier', from: 'Gold', to: 'Platinum'},
	undefined,
	{kind: 'back', afterDays: 92},
	{kind: 'return'},
	undefined,
	undefined,
	{kind: 'first'},
	undefined,
];

export const recent = Array.from({length: 50}, (_, index) =>
	recentOrder({
		id: 50 - index,
		at: testNow - 2000 * (index + 1),
		customer: index % 7 === 1 ? undefined : customerNames[(index * 3 + 1) % customerNames.length],
		region: regionNames[(index * 5) % regionNames.length]!,
		lines:
			news[index % 8]?.kind === 'return'
				? [{product: 'Running shoes', quantity: -1}]
				: Array.from({length: 1 + (index % 3)}, (_, line) => ({
						product: productNames[(index * 2 + line * 5) % productNames.length]!,
						quantity: 1 + ((index + line) % 3),
					})),
		revenue: news[index % 8]?.kind === 'return' ? euros(-89) : euros(12 + 240 * some(index)),
		news: news[index % 8],
	}),
);
