import type {Money} from '../money.ts';
import type {CustomerBook} from './customer-book.ts';
import type {Step} from './slices.ts';
import {createTierSums, type TierSums} from './tier-sums.ts';
import {runAllInSlices, type Turns} from './turns.ts';

/** Reads the tiers from all customers, giving way between pages. */
export async function readTiers(customers: CustomerBook, {pause}: Pick<Turns, 'pause'>): Promise<TierSums> {
	const revenues: Money[] = [];
	const readAll: Step = function* () {
		for (const page of customers.revenues()) {
			for (let index = 0; index < page.length; index++) {
				revenues.push(page[index]!);
			}
			yield 0;
		}
	};
	await runAllInSlices([readAll], pause);
	return createTierSums(revenues);
}
