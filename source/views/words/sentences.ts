import {printable} from '../../format.ts';
import {cellWidth, shorten, wrapWords} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';

/** A sentence in as many lines of a panel as it takes, in the terminal's glyphs; cut between words only where the panel has fewer. */
export function sentenceRows(
	sentence: string,
	{width, height, theme}: Pick<Frame, 'width' | 'height' | 'theme'>,
	paint = theme.muted,
): readonly string[] {
	const room = innerWidth(width);
	const lines = wrapWords(sentence.replaceAll('…', theme.glyphs.dots), room);
	const most = Math.max(1, innerHeight(height));
	return (
		lines.length <= most
			? lines
			: [
					...lines.slice(0, most - 1),
					cutBetweenWords(lines.slice(most - 1).join(' '), room, theme.glyphs.ellipsis),
				]
	).map(paint);
}

/**
 * As much of a sentence as fits a line: up to a colon, semicolon or bracket, behind which come particulars,
 * or to a comma, behind which the sentence goes on; else between words. What is in brackets stays whole.
 */
export function cutSentence(told: string, width: number, ellipsis: string): string {
	const sentence = printable(told);
	const [first = '', ...more] = wrapWords(sentence, width);
	if (more.length === 0) {
		return first;
	}
	const ways = clauseEnds(sentence)
		.map(({end, goesOn}) => `${sentence.slice(0, end)}${goesOn ? ellipsis : ''}`)
		.filter(text => cellWidth(text) <= width && 2 * cellWidth(text) >= width);
	return ways.at(-1) ?? cutBetweenWords(sentence, width, ellipsis);
}

/** Where clauses end that stand in no brackets, and whether the sentence goes on there. */
function clauseEnds(sentence: string): readonly {readonly end: number; readonly goesOn: boolean}[] {
	let depth = 0;
	let isInParticulars = false;
	return [...sentence.matchAll(/[:;,] | \(|\)/g)].flatMap(({0: sign, index: end}) => {
		const isOpening = sign === ' (';
		const isOutside = depth === 0 && sign !== ')';
		depth += isOpening ? 1 : sign === ')' ? -1 : 0;
		const goesOn = isInParticulars || sign === ', ';
		isInParticulars ||= isOutside && sign === ': ';
		return isOutside ? [{end, goesOn}] : [];
	});
}

/** A number that is cut is another number. */
function cutBetweenWords(text: string, width: number, ellipsis: string): string {
	const [first = '', ...more] = wrapWords(text, width);
	return more.length === 0 ? first : `${wrapWords(text, width - cellWidth(ellipsis))[0]}${ellipsis}`;
}

/** As many whole items as fit, and how many more there are: `A, B, +2`; at least the first, cut where it must be. */
export function itemsThatFit(items: readonly string[], width: number, ellipsis: string): string {
	const rest = (count: number) => (count < items.length ? `, +${items.length - count}` : '');
	for (let count = items.length; count > 0; count--) {
		const text = `${items.slice(0, count).join(', ')}${rest(count)}`;
		if (cellWidth(text) <= width) {
			return text;
		}
	}
	const [first = ''] = items;
	return `${shorten(first, width - cellWidth(rest(1)), ellipsis)}${rest(1)}`;
}
