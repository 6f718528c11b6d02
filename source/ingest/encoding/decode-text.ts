import {isAscii, isUtf8} from 'node:buffer';
import {type AskedEncoding, type Encoding, isUtf16} from './encodings.ts';
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
 * is Windows-1252. So the whole content decides, in one pass. Among good UTF-8, lines that are mostly
 * wrong are Windows-1252, and a few wrong bytes are replaced by U+FFFD.
 *
 * @param asked how the bytes are to be taken, whatever they look like
 */
export function decodeText(chunks: AsyncIterable<Uint8Array>, asked?: AskedEncoding): TextReading {
	let encoding: Encoding = asked ?? 'UTF-8';

	async function* pieces(): AsyncGenerator<string> {
		let decode: Decoder | undefined;
		for await (const chunk of chunks) {
			if (chunk.length === 0) {
				continue;
			}
			if (!decode) {
				const label = asked ?? isUtf16(chunk);
				encoding = asked ?? isUtf16(chunk) ?? 'UTF-8';
				decode = label
					? labelledDecoder(label)
					: utf8Decoder(found => {
							encoding = found;
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

function labelledDecoder(encoding: Encoding): Decoder {
	const decoder = new TextDecoder(encoding);
	return (chunk, isEnd) => decoder.decode(chunk, {stream: !isEnd});
}

const lineFeed = 0x0a;
const byteOrderMark = '\uFEFF';

/** @param onOther hears when the text turns out to be no good UTF-8 */
function utf8Decoder(onOther: (encoding: Encoding) => void): Decoder {
	let cut: Uint8Array = new Uint8Array();
	let isBeginning = true;
	let isAsciiSoFar = true;
	let isOther = false;
	let isDamaged = false;

	const decodeAll = (bytes: Uint8Array): string => {
		if (isOther) {
			return decodeWindows1252(bytes);
		}
		const isRight = isUtf8(bytes);
		if (!isRight && isAsciiSoFar && beyondAscii(bytes).right === 0) {
			isOther = true;
			onOther('Windows-1252');
			return decodeWindows1252(bytes);
		}
		isAsciiSoFar &&= isAscii(bytes);
		const text = isRight ? textOf(bytes) : mixed(bytes);
		const isMarked = isBeginning && text.startsWith(byteOrderMark);
		isBeginning = false;
		return isMarked ? text.slice(1) : text;
	};

	const mixed = (bytes: Uint8Array): string => {
		let text = '';
		for (let from = 0, to = 0; from < bytes.length; from = to) {
			const end = bytes.indexOf(lineFeed, from);
			to = end < 0 ? bytes.length : end + 1;
			const line = bytes.subarray(from, to);
			const isOf1252 = !isUtf8(line) && isMostlyWrong(line);
			isDamaged ||= !isOf1252 && !isUtf8(line);
			text += isOf1252 ? decodeWindows1252(line) : textOf(line);
		}
		onOther(isDamaged ? 'UTF-8 with errors' : 'UTF-8 and Windows-1252');
		return text;
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

function textOf(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** How many characters beyond ASCII are right UTF-8, and how many are wrong. */
function beyondAscii(bytes: Uint8Array): {readonly right: number; readonly wrong: number} {
	let right = 0;
	let wrong = 0;
	for (const [letter] of textOf(bytes).matchAll(/[^\0-\x7f]/gu)) {
		if (letter === '\uFFFD') {
			wrong++;
		} else {
			right++;
		}
	}
	return {right, wrong};
}

function isMostlyWrong(bytes: Uint8Array): boolean {
	const {right, wrong} = beyondAscii(bytes);
	return wrong > right;
}
