import type {Money} from '../../money.ts';
import type {InventoryState} from './inventory.ts';

/** What may stand in for another product. */
export type SubstituteCandidate = {
	readonly category: string;
	/** List price of a unit. */
	readonly price: Money;
	readonly state: InventoryState;
	/** Units a day. */
	readonly perDay: number;
};

/** A substitute costs at most half as much again, or two thirds. */
const widestPriceRatio = 1.5;

/**
 * The best substitute of a product that runs out: of the same category, in stock and selling, nearest
 * in price (by ratio), and of equals the one that sells more. What is bought together with it in one
 * basket goes with it and does not stand in for it, so that is left out.
 *
 * @param isComplement whether two products are in one basket more often than by chance
 * @returns its place, unless there is none
 */
export function findSubstitute(
	place: number,
	candidates: readonly SubstituteCandidate[],
	isComplement: (one: number, other: number) => boolean,
): number | undefined {
	const wanted = candidates[place]!;
	if (wanted.price <= 0) {
		return undefined;
	}
	const ratioOf = ({price}: SubstituteCandidate) =>
		Math.max(price / wanted.price, wanted.price / Math.max(price, Number.MIN_VALUE));
	const fitting = [...candidates.keys()].filter(other => {
		const candidate = candidates[other]!;
		return (
			other !== place &&
			candidate.category === wanted.category &&
			(candidate.state === 'enough' || candidate.state === 'slow') &&
			candidate.perDay > 0 &&
			ratioOf(candidate) <= widestPriceRatio
		);
	});
	return fitting
		.sort(
			(one, other) =>
				ratioOf(candidates[one]!) - ratioOf(candidates[other]!) ||
				candidates[other]!.perDay - candidates[one]!.perDay ||
				one - other,
		)
		.find(other => !isComplement(place, other));
}
