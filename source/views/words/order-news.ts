import type {OrderNews, RecentOrder} from '../../dashboard/dashboard.ts';
import {printable} from '../../format.ts';
import type {Glyphs} from '../theme/glyphs.ts';
import {itemsThatFit} from './sentences.ts';

/** What makes an order worth a second look, in a few words. */
export function newsText(news: OrderNews | undefined, glyphs: Glyphs): string {
	switch (news?.kind) {
		case undefined:
			return '';
		case 'tier':
			return `${news.from} ${glyphs.arrow} ${news.to}`;
		case 'first':
			return 'first order';
		case 'back':
			return `back after ${news.afterDays} d`;
		case 'return':
			return 'return';
	}
}

/** The lines of an order: `2 × Teapot, 1 × Bowl`; in few columns `2 × Teapot, +1`. */
export function linesText(
	lines: readonly {readonly product: string; readonly quantity: number}[],
	glyphs: Glyphs,
	width = Number.POSITIVE_INFINITY,
): string {
	return itemsThatFit(
		lines.map(line => `${line.quantity} ${glyphs.times} ${printable(line.product)}`),
		width,
		glyphs.ellipsis,
	);
}

/** The orders that say something new about a customer. */
export function newsOnly(orders: readonly RecentOrder[]): readonly RecentOrder[] {
	return orders.filter(order => order.news !== undefined && order.news.kind !== 'return');
}
