import {expect, test} from 'vitest';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {cutSentence, itemsThatFit, sentenceRows} from '../../../source/views/words/sentences.ts';

const theme = createTheme({depth: 'none'});

test('a sentence takes as many lines as the panel has, and is cut only between words', () => {
	const sentence = 'Nothing was imported: salesmon import FILE loads real sales.';
	const rows = (width: number, height: number) =>
		sentenceRows(sentence, {width, height, theme}, text => text);
	expect(rows(64, 4)).toEqual([sentence]);
	expect(rows(40, 4)).toEqual(['Nothing was imported: salesmon', 'import FILE loads real sales.']);
	expect(rows(20, 4)).toEqual(['Nothing was', 'imported:…']);
});

test('one that has a line ends with a clause where it can, never in brackets or in a number', () => {
	const sentence =
		'5 products sell less: Kettle (€4,221 after €7,291, out of stock), Pan (€0 after €9) and 3 more';
	const cut = (width: number) => cutSentence(sentence, width, '…');
	expect(cut(200)).toBe(sentence);
	expect(cut(68)).toBe('5 products sell less: Kettle (€4,221 after €7,291, out of stock)…');
	expect(cut(70)).toBe('5 products sell less: Kettle (€4,221 after €7,291, out of stock), Pan…');
	expect(cut(40)).toBe('5 products sell less: Kettle…');
	expect(cut(26)).toBe('5 products sell less');
	expect(cut(12)).toBe('5 products…');
	expect(cutSentence('Friday is the strongest: €77,770, 7% more than the others', 40, '…')).toBe(
		'Friday is the strongest: €77,770…',
	);
});

test('of a list whole items are shown, and how many more there are', () => {
	const items = ['1 × Deck chair', '2 × Lawn mower', '1 × Pot'];
	const shown = (width: number) => itemsThatFit(items, width, '…');
	expect(shown(80)).toBe('1 × Deck chair, 2 × Lawn mower, 1 × Pot');
	expect(shown(36)).toBe('1 × Deck chair, 2 × Lawn mower, +1');
	expect(shown(30)).toBe('1 × Deck chair, +2');
	expect(shown(16)).toBe('1 × Deck ch…, +2');
	expect(itemsThatFit(['1 × Deck chair'], 9, '…')).toBe('1 × Deck…');
	expect(itemsThatFit([], 9, '…')).toBe('');
});
