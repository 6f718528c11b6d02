import {hash53} from '../../text-hash.ts';

/** Makes keys for things that have none, the same whenever they come in the same order. */
export type OccurrenceCounter = {
	/** A key of its own for each call: what the thing is, and how many were like it before. */
	readonly keyOf: (identity: string) => string;
	/** Counts a thing. @returns whether none like it was counted before */
	readonly isFirst: (identity: string) => boolean;
};

const firstCapacity = 1 << 12;
const mostFilled = 0.6;

/**
 * Keeps a hash of 53 bits of each thing. Two things with one hash still get two keys, in the order in
 * which they come; so nothing is lost, and the same source gives the same keys again.
 */
export function createOccurrenceCounter(): OccurrenceCounter {
	let hashes = new Float64Array(firstCapacity);
	let size = 0;
	const repeated = new Map<number, number>();

	const slotOf = (hash: number) => {
		let slot = hash % hashes.length;
		while (hashes[slot] !== 0 && hashes[slot] !== hash) {
			slot = (slot + 1) % hashes.length;
		}
		return slot;
	};

	const grow = () => {
		const before = hashes;
		hashes = new Float64Array(before.length * 2);
		for (const hash of before) {
			if (hash !== 0) {
				hashes[slotOf(hash)] = hash;
			}
		}
	};

	/** How many times this hash has come, this time included. */
	const count = (hash: number): number => {
		const slot = slotOf(hash);
		if (hashes[slot] === hash) {
			const times = (repeated.get(hash) ?? 1) + 1;
			repeated.set(hash, times);
			return times;
		}
		hashes[slot] = hash;
		size++;
		if (size > hashes.length * mostFilled) {
			grow();
		}
		return 1;
	};

	return {
		keyOf(identity) {
			const hash = hash53(identity);
			return `row ${hash.toString(36)}.${count(hash)}`;
		},
		isFirst: identity => count(hash53(identity)) === 1,
	};
}
