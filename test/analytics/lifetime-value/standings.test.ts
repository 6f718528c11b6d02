import {expect, test} from 'vitest';
import {lifeStages} from '../../../source/analytics/lifetime-value/life-stages.ts';
import {packStandings, standingOf} from '../../../source/analytics/lifetime-value/standings.ts';
import {valueTiers} from '../../../source/analytics/value-tiers.ts';
import fc from '../../helpers/property.ts';

test('every customer is found by their id, and nobody else', () => {
	const standings = fc.uniqueArray(
		fc.record({id: fc.nat(300), tier: fc.nat(valueTiers.length - 1), stage: fc.nat(lifeStages.length - 1)}),
		{selector: ({id}) => id},
	);
	fc.assert(
		fc.property(standings, given => {
			const packed = packStandings(
				given.map(({id}) => id),
				{
					tiers: Uint8Array.from(given, ({tier}) => tier),
					stages: Uint8Array.from(given, ({stage}) => stage),
				},
			);
			const known = new Map(given.map(({id, tier, stage}) => [id, {tier, stage}]));
			for (let id = 0; id < 310; id++) {
				const expected = known.get(id);
				expect(standingOf(packed, id)).toEqual(
					expected && {tier: valueTiers[expected.tier], stage: lifeStages[expected.stage]},
				);
			}
		}),
	);
});
