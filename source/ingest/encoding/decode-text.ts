import {isAscii, isUtf8} from 'node:buffer';
import {type Encoding, isUtf16} from './encodings.ts';
import {decodeWindows1252} from './windows-1252.ts';

/** Text that is read in pieces. */
export type TextReading = {
	/** Only once; a byte order mark is no part of it. */
	readonly pieces: AsyncGenerator<string>;
	/** How the bytes were taken; what is said before the end may turn out otherwise. */
	readonly encoding: () => Encoding;
};

/**
 * Decodes text that comes in pieces of bytes. It is UTF-16 where its beginning says so. Else it is
 * UTF-8, until bytes come that are none: if all before was ASCII, which is the same in both, then it
 * is Windows-1252. So the whole content decides, in one pass. A few wrong bytes among good UTF-8 are
 * replaced by U+FFFD.
 */
export function decodeText(chunks: AsyncIterable<Uint8Array>): TextReading {
	let encoding: Encoding = 'UTF-8';

	async function* pieces(): AsyncGenerator<string> {
		let decode: Decoder | undefined;
		for await (const chunk of chunks) {
			if (chunk.length === 0) {
				continue;
			}
			if (!decode) {
				const wide = isUtf16(chunk);
				encoding = wide ?? 'UTF-8';
				decode = wide
					? utf16Decoder(wide)
					: utf8Decoder(() => {
							encoding = 'Windows-1252';
						});
			}
			const text = decode(chunk, false);
			if (text !== '') {
				yield text;
			}
		}
		const rest = decode?.(new Uint8Array(), true) ?? '';
		if (rest !== '') {
			yield rest;
		}
	}

	return {pieces: pieces(), encoding: () => encoding};
}

type Decoder = (chunk: Uint8Array, isEnd: boolean) => string;

function utf16Decoder(encoding: 'UTF-16LE' | 'UTF-16BE'): Decoder {
	const decoder = new TextDecoder(encoding);
	return (chunk, isEnd) => decoder.decode(chunk, {stream: !isEnd});
}

const byteOrderMark = '\uFEFF';

/** @param onOther called when the text turns out to be Windows-1252 */
function utf8Decoder(onOther: () => void): Decoder {
	let cut: Uint8Array = new Uint8Array();
	let isBeginning = true;
	let isAsciiSoFar = true;
	let isOther = false;

	const decodeAll = (bytes: Uint8Array): string => {
		if (isOther) {
			return decodeWindows1252(bytes);
		}
		const isRight = isUtf8(bytes);
		if (!isRight && isAsciiSoFar && isMostlyWrong(bytes)) {
			isOther = true;
			onOther();
			return decodeWindows1252(bytes);
		}
		isAsciiSoFar &&= isAscii(bytes);
		const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
		const isMarked = isBeginning && text.startsWith(byteOrderMark);
		isBeginning = false;
		return isMarked ? text.slice(1) : text;
	};

	return (chunk, isEnd) => {
		const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
		const end = isEnd || isOther ? bytes.length : endOfWhole(bytes);
		cut = bytes.slice(end);
		return end === 0 ? '' : decodeAll(bytes.subarray(0, end));
	};
}

/** Where the last character begins that may go on in the next piece; else the end. */
function endOfWhole(bytes: Uint8Array): number {
	const {length} = bytes;
	for (let back = 1; back <= 3 && back <= length; back++) {
		const byte = bytes[length - back]!;
		if (byte < 0x80) {
			return length;
		}
		if (byte >= 0xc0) {
			const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return needed > back ? length - back : length;
		}
	}
	return length;
}

/** Whether more of the characters beyond ASCII are wrong UTF-8 than right. */
function isMostlyWrong(bytes: Uint8Array): boolean {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
	let wrong = 0;
	let right = 0;
	for (const [letter] of text.matchAll(/[^\0-\x7f]/gu)) {
		if (letter === '\uFFFD') {
			wrong++;
		} else {
			right++;
		}
	}
	return wrong > right;
}
