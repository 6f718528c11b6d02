import {hash32} from '../../../text-hash.ts';

/** Knows of most keys that they were never added, in a few bits each. */
export type KeyFilter = {
	readonly add: (key: string) => void;
	/** False only for what was never added. */
	readonly mayHold: (key: string) => boolean;
};

/** 4 MB: of keys that were not added one in eight is held for one at 4,500,000 keys. */
const bits = 2 ** 25;

export function createKeyFilter(): KeyFilter {
	const set = new Uint8Array(bits / 8);
	return {
		add(key) {
			const bit = bitOf(key);
			set[bit >> 3]! |= 1 << (bit & 7);
		},
		mayHold(key) {
			const bit = bitOf(key);
			return (set[bit >> 3]! & (1 << (bit & 7))) !== 0;
		},
	};
}

function bitOf(key: string): number {
	return hash32(key) & (bits - 1);
}
