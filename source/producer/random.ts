import {mixBits} from '../text-hash.ts';

/** The next number, evenly from [0, 1). */
export type Random = () => number;

/** What a stream of random numbers is for: streams with different purposes do not touch each other. */
export type RandomPurpose = 'sales' | 'days' | 'deals' | 'customer' | 'name' | 'scenes' | 'moments';

const purposes: readonly RandomPurpose[] = [
	'sales',
	'days',
	'deals',
	'customer',
	'name',
	'scenes',
	'moments',
];

/**
 * A reproducible stream of random numbers for one seed, purpose and index (a customer, a week).
 *
 * Chris Doty-Humphrey's sfc32 (PractRand, public domain), its state filled by murmur3's finaliser so
 * that the streams of neighbouring seeds and indices are unrelated. A stream costs well under a
 * microsecond to open: every customer has one.
 */
export function randomStream(seed: number, purpose: RandomPurpose, index = 0): Random {
	let a = mixBits(seed ^ 0x9e3779b9);
	let b = mixBits(a ^ Math.floor(seed / 2 ** 32));
	let c = mixBits(b ^ index);
	let counter = mixBits(c ^ (purposes.indexOf(purpose) + 1));
	const next = () => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 2 ** 32;
	};
	for (let round = 0; round < 12; round++) {
		next();
	}
	return next;
}
