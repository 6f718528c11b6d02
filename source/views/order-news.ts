import type {OrderNews, RecentOrder} from '../dashboard/dashboard.ts';
import type {Glyphs} from './glyphs.ts';

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

/** The lines of an order: `2 × Teapot, 1 × Bowl`. */
export function linesText(
	lines: readonly {readonly product: string; readonly quantity: number}[],
	glyphs: Glyphs,
): string {
	return lines.map(line => `${line.quantity} ${glyphs.times} ${line.product}`).join(', ');
}

/** The orders that say something new about a customer. */
export function newsOnly(orders: readonly RecentOrder[]): readonly RecentOrder[] {
	return orders.filter(order => order.news !== undefined && order.news.kind !== 'return');
}
