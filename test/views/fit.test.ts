import {describe, expect, test} from 'vitest';
import {
	cellWidth,
	firstFitting,
	fitName,
	joinFitting,
	padEnd,
	padStart,
	shorten,
} from '../../source/views/fit.ts';

describe('shorten', () => {
	test('leaves a name that fits', () => {
		expect(shorten('Teapot', 6, '…')).toBe('Teapot');
	});

	test('cuts a longer one with an ellipsis, within the width', () => {
		expect(shorten('Cast-iron pan', 8, '…')).toBe('Cast-ir…');
	});

	test('leaves no blank before the ellipsis', () => {
		expect(shorten('Face cream', 6, '…')).toBe('Face…');
	});

	test('counts wide characters as two and never halves one', () => {
		expect(shorten('株式会社', 6, '…')).toBe('株式…');
		expect(cellWidth(shorten('株式会社', 6, '…'))).toBe(5);
	});

	test('keeps combining marks with their letter', () => {
		expect(shorten('Ame\u0301lie Laurent', 5, '…')).toBe('Ame\u0301l…');
	});

	test('makes control and direction characters harmless', () => {
		expect(shorten('\u001B[2Jshop\u202Egnp', 20, '…')).toBe('·[2Jshopgnp');
	});

	test('gives nothing where not even the ellipsis fits', () => {
		expect(shorten('Teapot', 0, '…')).toBe('');
	});
});

test('padding counts terminal columns, not characters', () => {
	expect(padEnd('茶', 4)).toBe('茶  ');
	expect(padStart('茶', 4)).toBe('  茶');
	expect(padEnd('\u001B[1mok\u001B[22m', 4)).toBe('\u001B[1mok\u001B[22m  ');
	expect(fitName('Espresso machine', 8, '…')).toBe('Espress…');
});

test('the first way to write a number that fits is taken, and none rather than a cut one', () => {
	expect(firstFitting(['€44,910', '€44.9K'], 7)).toBe('€44,910');
	expect(firstFitting(['€44,910', '€44.9K'], 6)).toBe('€44.9K');
	expect(firstFitting(['€44,910', '€44.9K'], 5)).toBe('');
});

test('pieces are kept by importance and stay in their order', () => {
	const pieces = [
		{text: 'views', rank: 2},
		{text: 'next', rank: 3},
		{text: 'quit', rank: 1},
	];
	expect(joinFitting(pieces, '  ', 17)).toBe('views  next  quit');
	expect(joinFitting(pieces, '  ', 16)).toBe('views  quit');
	expect(joinFitting(pieces, '  ', 4)).toBe('quit');
});

test('a number in a name is shown whole or not at all', () => {
	expect(shorten('Jigsaw puzzle, 1000 pieces', 19, '…')).toBe('Jigsaw puzzle,…');
	expect(shorten('Jigsaw puzzle, 1000 pieces', 20, '…')).toBe('Jigsaw puzzle, 1000…');
	expect(shorten('Paint 2.5 l', 8, '…')).toBe('Paint…');
	expect(shorten('4006381333931', 8, '…')).toBe('4006381…');
});
