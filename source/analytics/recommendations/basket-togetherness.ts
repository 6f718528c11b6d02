import {associationTest} from './association.ts';
import {CoPurchases} from './co-purchases.ts';
import {keptLines} from './kept-lines.ts';
import type {Purchases} from './purchases.ts';

/** @returns whether two products are in one basket significantly more often than by chance */
export function basketTogetherness(purchases: Purchases): (one: number, other: number) => boolean {
	const kept = keptLines(purchases);
	const isKept = (_: number, line: number) => kept[line] === 1;
	const model = new CoPurchases(purchases.orderOf.filter(isKept), purchases.productOf.filter(isKept), {
		ownerLimit: purchases.customerOf.length,
		productCount: purchases.productCount,
	});
	const isAssociated = associationTest(model.ownerCount);
	return (one, other) =>
		isAssociated({
			both: model.row(one)[other]!,
			first: model.ownersOf(one),
			second: model.ownersOf(other),
		});
}
