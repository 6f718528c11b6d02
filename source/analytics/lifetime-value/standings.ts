import {type ValueTier, valueTiers} from '../value-tiers.ts';
import {lifeStages} from './life-stages.ts';
import type {CustomerValues} from './lifetime-value.ts';

export type LifeStage = (typeof lifeStages)[number];

/** In which tier a customer is, and at which stage. */
export type Standing = {readonly tier: ValueTier; readonly stage: LifeStage};

/** A sign for each standing, in the order of tiers and, in each, of stages. */
const signs = 'abcdefghijkl';
const nobody = '-';

/**
 * The standing of every customer as one text, a sign at the place that their id counts: 100,000 customers
 * take 100 kB, and one is found at once.
 */
export function packStandings(
	ids: ArrayLike<number>,
	{tiers, stages}: Pick<CustomerValues, 'tiers' | 'stages'>,
): string {
	const last = Array.from(ids).reduce((most, id) => Math.max(most, id), -1);
	const packed = Array.from({length: last + 1}, () => nobody);
	for (let place = 0; place < ids.length; place++) {
		packed[ids[place]!] = signs[tiers[place]! * lifeStages.length + stages[place]!]!;
	}
	return packed.join('');
}

/** @returns nothing for who was no customer when it was packed */
export function standingOf(packed: string, id: number): Standing | undefined {
	const sign = signs.indexOf(packed[id] ?? nobody);
	return sign < 0
		? undefined
		: {
				tier: valueTiers[Math.floor(sign / lifeStages.length)]!,
				stage: lifeStages[sign % lifeStages.length]!,
			};
}
