import stringWidth from 'string-width';
import {printable} from '../format.ts';
import {escapeCharacter} from './escape-character.ts';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Characters of one column each that never join with a neighbour. */
const simpleText =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u20A0-\u20BF\u2190-\u2199\u2500-\u25FC\u2800-\u28FF]*$/;

const colours = new RegExp(String.raw`${escapeCharacter}\[[\d;]*m`, 'g');

/** Whether each character of the text takes one column, so that nothing needs to be looked up. */
export function isSimple(text: string): boolean {
	return simpleText.test(text);
}

/** Terminal columns that the text takes; colour codes take none. */
export function cellWidth(text: string): number {
	const plain = text.includes(escapeCharacter) ? text.replaceAll(colours, '') : text;
	return isSimple(plain) ? plain.length : stringWidth(plain);
}

/**
 * Text from data, safe for the terminal and at most `width` columns wide.
 *
 * For names only: a number is never cut.
 */
export function shorten(text: string, width: number, ellipsis: string): string {
	const safe = printable(text);
	if (cellWidth(safe) <= width) {
		return safe;
	}
	const room = width - cellWidth(ellipsis);
	if (room < 0) {
		return '';
	}
	let kept = '';
	let used = 0;
	for (const {segment} of segmenter.segment(safe)) {
		const wider = used + cellWidth(segment);
		if (wider > room) {
			break;
		}
		kept += segment;
		used = wider;
	}
	return `${beforeCutNumber(kept, safe.slice(kept.length)).trimEnd()}${ellipsis}`;
}

/** A number in a name, cut, would be another one: it is left out whole, unless there is nothing else. */
function beforeCutNumber(kept: string, rest: string): string {
	const isCut = /\d$/.test(kept) && /^[.,]?\d/.test(rest);
	return (isCut && kept.replace(/[\d.,]+$/, '').trimEnd()) || kept;
}

/** Blanks up to the width, after the text. */
export function padEnd(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}

/** Blanks up to the width, before the text. */
export function padStart(text: string, width: number): string {
	return ' '.repeat(Math.max(0, width - cellWidth(text))) + text;
}

/** Text from data, safe for the terminal, in lines of at most `width` columns, broken between words. */
export function wrapWords(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of printable(text).split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (cellWidth(longer) > width && line !== '') {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	// A word that is longer than a line is cut, which only a name can be.
	return [...lines, line].map(whole => shorten(whole, width, ''));
}

/** A name, exactly `width` columns wide. */
export function fitName(text: string, width: number, ellipsis: string): string {
	return padEnd(shorten(text, width, ellipsis), width);
}

/** The first of the texts, longest first, that fits; nothing rather than a cut number. */
export function firstFitting(texts: readonly string[], width: number): string {
	return texts.find(text => cellWidth(text) <= width) ?? '';
}

/** As many of the pieces, in order of importance, as fit with the gap between them; kept in their order. */
export function joinFitting(
	pieces: readonly {readonly text: string; readonly rank: number}[],
	gap: string,
	width: number,
): string {
	const kept = new Set<number>();
	let used = -cellWidth(gap);
	const byRank = pieces.map((piece, index) => ({...piece, index})).sort((a, b) => a.rank - b.rank);
	for (const {text, index} of byRank) {
		const wider = used + cellWidth(gap) + cellWidth(text);
		if (text !== '' && wider <= width) {
			kept.add(index);
			used = wider;
		}
	}
	return pieces
		.filter((_, index) => kept.has(index))
		.map(piece => piece.text)
		.join(gap);
}
