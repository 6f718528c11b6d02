import type {LifetimeValue} from '../../../analytics/lifetime-value/lifetime-value.ts';
import type {ClvSubject} from './clv-subject.ts';

/** The places of customers, the most valuable first, equals as they come. */
export function mostValuableFirst({histories}: ClvSubject, {customers}: LifetimeValue): number[] {
	const worth = customers.clv ?? customers.expectedOrders ?? histories.frequency;
	return Array.from(worth.keys()).sort((one, other) => worth[other]! - worth[one]! || one - other);
}
