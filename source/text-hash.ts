/** Of FNV-1a. */
const firstBasis = 0x81_1c_9d_c5;
const firstFactor = 0x01_00_01_93;

/** Of a second hash beside it: the fractions of √2 and of the golden ratio, in 32 bits. */
const secondBasis = 0x6a_09_e6_67;
const secondFactor = 0x9e_37_79_b9;

/** 32 bits of a text as a signed integer: FNV-1a over its UTF-16 code units, well mixed. */
export function hash32(text: string): number {
	let hash = firstBasis;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), firstFactor);
	}
	return mixBits(hash);
}

/** 53 bits of a text as a whole number, never 0: of ten million texts two are alike once in two hundred times. */
export function hash53(text: string): number {
	let first = firstBasis;
	let second = secondBasis;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		first = Math.imul(first ^ code, firstFactor);
		second = Math.imul(second ^ code, secondFactor);
	}
	return (mixBits(first) >>> 11) * 2 ** 32 + (mixBits(second) >>> 0) || 1;
}

/** The last step of MurmurHash3: each bit of 32 comes to depend on all of them; signed, and none are lost. */
export function mixBits(bits: number): number {
	let mixed = bits | 0;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85_eb_ca_6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
	return mixed ^ (mixed >>> 16);
}
