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

/** FNV-1a, and the last step of MurmurHash3 to mix it well. */
function bitOf(key: string): number {
	let hash = 0x81_1c_9d_c5;
	for (let index = 0; index < key.length; index++) {
		hash = Math.imul(hash ^ key.charCodeAt(index), 0x01_00_01_93);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
	return (hash ^ (hash >>> 16)) & (bits - 1);
}
