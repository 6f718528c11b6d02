import type {SomeLines} from '../../../store/importing/lines/vanished-lines.ts';
import type {SourceImport} from '../../../store/importing/source-import.ts';

/** How many orders the source has more than one record of. */
export function againDecisions(orders: number): readonly string[] {
	return orders === 0
		? []
		: [
				orders === 1
					? '1 order comes again: its later record counts'
					: `${orders} orders come again: the later record counts`,
			];
}

/** What became of lines that are loaded, and that the source undoes or lacks. */
export function settledDecisions({vanished, undone}: ReturnType<SourceImport['settle']>): readonly string[] {
	const whatOf = ({lines, orders}: SomeLines) =>
		`${lines} ${lines === 1 ? 'line' : 'lines'} of ${orders} ${orders === 1 ? 'order' : 'orders'}`;
	const such = ({example}: SomeLines) => `such as of "${example}"`;
	return [
		...(undone.orders === 0
			? []
			: [
					undone.areOut
						? `${whatOf(undone)} that came to nothing since they were loaded were taken out, ${such(undone)}`
						: `${whatOf(undone)} that are loaded came to nothing since, ${such(undone)}: --update takes them out`,
				]),
		...(vanished.orders === 0
			? []
			: [
					vanished.areOut
						? `${whatOf(vanished)} that are no longer in the source were taken out, ${such(vanished)}`
						: `${whatOf(vanished)} that are loaded are not in the source, ${such(vanished)}: --update takes them out where the source has its orders whole`,
				]),
	];
}

/** Tills that begin to count anew are told, because a number that a person has typed wrong looks alike. */
export function apartDecisions({orders, example}: ReturnType<SourceImport['keyedApart']>): readonly string[] {
	return orders === 0
		? []
		: [
				orders === 1
					? `1 order has the number of an order of another day, store or customer: it is an order of its own, "${example}"`
					: `${orders} orders have the number of an order of another day, store or customer: they are orders of their own, such as "${example}"`,
			];
}
