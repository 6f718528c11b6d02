import {expect, test} from 'vitest';
import {tierMoves} from '../../../source/analytics/lifetime-value/tier-moves.ts';

test('moves count who went where, who stayed, and who is new', () => {
	const before = {ids: [1, 2, 3, 4], tiers: Uint8Array.of(0, 1, 1, 3)};
	const after = {ids: [1, 2, 3, 4, 5, 6], tiers: Uint8Array.of(0, 0, 2, 3, 3, 3)};
	expect(tierMoves(before, after)).toEqual([
		{from: 'Platinum', to: 'Platinum', customers: 1},
		{from: 'Gold', to: 'Platinum', customers: 1},
		{from: 'Gold', to: 'Silver', customers: 1},
		{from: 'Bronze', to: 'Bronze', customers: 1},
		{from: undefined, to: 'Bronze', customers: 2},
	]);
});
