import {expect, test} from 'vitest';
import {createCellCanvas} from '../../../source/views/cells/cell-canvas.ts';
import type {Cells} from '../../../source/views/cells/styled-cells.ts';

const text = (frame: Cells) => frame.map(row => row.map(cell => cell.text).join(''));

test('regions stand where they were put, and what lies outside is left out', () => {
	const canvas = createCellCanvas();
	canvas.region().draw({left: 0, top: 0}, ['head']);
	canvas.region().draw({left: 4, top: 1}, ['list', 'more', 'gone']);
	expect(text(canvas.frame(6, 3))).toEqual(['head  ', '    li', '    mo']);
});

test('one that moves or goes leaves nothing behind, whatever took its place', () => {
	const canvas = createCellCanvas();
	const [one, other] = [canvas.region(), canvas.region()];
	one.draw({left: 0, top: 0}, ['one']);
	other.draw({left: 3, top: 0}, ['two']);
	one.draw({left: 3, top: 0}, ['one']);
	other.draw({left: 0, top: 0}, ['two']);
	expect(text(canvas.frame(6, 1))).toEqual(['twoone']);
	one.remove();
	expect(text(canvas.frame(6, 1))).toEqual(['two   ']);
});

test('only what is other than before is a change', () => {
	const canvas = createCellCanvas();
	const region = canvas.region();
	region.draw({left: 0, top: 0}, ['one']);
	expect(canvas.isChanged()).toBe(true);
	canvas.frame(6, 1);
	region.draw({left: 0, top: 0}, ['one']);
	expect(canvas.isChanged()).toBe(false);
	region.draw({left: 0, top: 0}, ['two']);
	expect(canvas.isChanged()).toBe(true);
});

test('a wide character takes two cells, and none where one is left', () => {
	const canvas = createCellCanvas();
	canvas.region().draw({left: 0, top: 0}, ['日本']);
	expect(text(canvas.frame(4, 1))).toEqual(['日本']);
	expect(text(canvas.frame(3, 1))).toEqual(['日 ']);
});

test('what does not draw takes no cell', () => {
	const canvas = createCellCanvas();
	canvas.region().draw({left: 0, top: 0}, ['a\u001B[?25lb\u001B[2Kc\u200B']);
	expect(text(canvas.frame(4, 1))).toEqual(['abc ']);
});
