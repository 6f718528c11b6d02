import {type ValueTier, valueTiers} from '../value-tiers.ts';

/** Customers by id, with their tier as a place in `valueTiers`. */
export type TieredCustomers = {readonly ids: ArrayLike<number>; readonly tiers: Uint8Array};

/** How many customers went from one tier to another, or stayed. */
export type TierMove = {
	/** Absent for who was no customer then. */
	readonly from: ValueTier | undefined;
	readonly to: ValueTier;
	readonly customers: number;
};

/** Every pair of tiers that somebody stands for, best tiers first, newcomers last. */
export function tierMoves(before: TieredCustomers, after: TieredCustomers): TierMove[] {
	const tierBefore = new Map(Array.from(before.tiers, (tier, place) => [before.ids[place]!, tier]));
	const newcomers = valueTiers.length;
	const counts = Array.from({length: newcomers + 1}, () => new Uint32Array(valueTiers.length));
	for (let place = 0; place < after.tiers.length; place++) {
		counts[tierBefore.get(after.ids[place]!) ?? newcomers]![after.tiers[place]!]!++;
	}
	return counts.flatMap((row, from) =>
		[...row].flatMap((customers, to) =>
			customers > 0 ? [{from: valueTiers[from], to: valueTiers[to]!, customers}] : [],
		),
	);
}
