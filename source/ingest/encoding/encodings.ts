/** Encodings that can be asked for. */
export const knownEncodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1250',
	'windows-1251',
	'iso-8859-2',
	'iso-8859-15',
	'macintosh',
	'shift_jis',
	'gbk',
	'big5',
	'euc-kr',
] as const;

export type AskedEncoding = (typeof knownEncodings)[number];

/** How bytes stand for text. */
export type Encoding =
	| 'UTF-8'
	| 'UTF-16LE'
	| 'UTF-16BE'
	| 'Windows-1252'
	/** Some lines are one and some the other, as when two exports are put together. */
	| 'UTF-8 and Windows-1252'
	/** What is no UTF-8 is U+FFFD. */
	| 'UTF-8 with errors'
	| AskedEncoding;

const sampleLength = 4096;

/**
 * Tells UTF-16 from encodings in which ASCII is one byte a character: by its byte order mark, or by
 * the zeros that every second byte of western text then is.
 */
export function isUtf16(beginning: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
	const [first, second] = beginning;
	if (first === 0xff && second === 0xfe) {
		return 'UTF-16LE';
	}
	if (first === 0xfe && second === 0xff) {
		return 'UTF-16BE';
	}
	const length = Math.min(beginning.length, sampleLength) & ~1;
	let evenZeros = 0;
	let oddZeros = 0;
	for (let at = 0; at < length; at += 2) {
		evenZeros += beginning[at] === 0 ? 1 : 0;
		oddZeros += beginning[at + 1] === 0 ? 1 : 0;
	}
	const isMost = (zeros: number, others: number) => zeros > length / 4 && others < zeros / 8;
	return isMost(oddZeros, evenZeros) ? 'UTF-16LE' : isMost(evenZeros, oddZeros) ? 'UTF-16BE' : undefined;
}
