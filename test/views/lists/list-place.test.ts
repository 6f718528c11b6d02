import {expect, test} from 'vitest';
import {movedBy, scrolledTo} from '../../../source/views/lists/list-place.ts';
import fc from '../../helpers/property.ts';

const rowsOf = (ids: readonly string[]) => ({ids, first: 0, total: ids.length});
const letters = rowsOf([...'abcdefghij']);

test('a list that is not scrolled stays so while its row can be seen', () => {
	const place = movedBy(letters, undefined, 1, 4);
	expect(scrolledTo(rowsOf(['new', ...letters.ids]), place, 4)).toEqual({top: 0, cursor: 2});
});

test('a scrolled list moves under its row, so that the row stays on its line', () => {
	const place = movedBy(letters, undefined, 6, 4);
	expect(scrolledTo(letters, place, 4)).toEqual({top: 3, cursor: 6});
	expect(scrolledTo(rowsOf(['new', 'newer', ...letters.ids]), place, 4)).toEqual({top: 5, cursor: 8});
});

test('when the row is gone the cursor stands where it stood', () => {
	const place = movedBy(letters, undefined, 6, 4);
	expect(scrolledTo(rowsOf([...'abcdefhij']), place, 4)).toEqual({top: 3, cursor: 6});
	expect(scrolledTo(rowsOf(['a']), place, 4)).toEqual({top: 0, cursor: 0});
	expect(scrolledTo(rowsOf([]), place, 4)).toEqual({top: 0, cursor: 0});
});

test('of a list that is read in parts the place counts from its start', () => {
	const part = {ids: [...'klmno'], first: 10, total: 26};
	expect(movedBy(part, {id: 'l', index: 11, line: 1}, 2, 3)).toEqual({id: 'n', index: 13, line: 2});
});

test('however it is moved and whatever comes above, the cursor can be seen', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: -12, max: 12}), {maxLength: 12}),
			fc.integer({min: 1, max: 9}),
			fc.integer({min: 1, max: 9}),
			fc.nat(20),
			(steps, lines, linesLater, added) => {
				let place = movedBy(letters, undefined, 0, lines);
				for (const step of steps) {
					place = movedBy(letters, place, step, lines);
				}
				const later = rowsOf([...Array.from({length: added}, (_, index) => `new ${index}`), ...letters.ids]);
				const {top, cursor} = scrolledTo(later, place, linesLater);
				expect(later.ids[cursor]).toBe(place?.id);
				expect(cursor - top).toBeGreaterThanOrEqual(0);
				expect(cursor - top).toBeLessThan(linesLater);
				expect(top).toBeLessThanOrEqual(Math.max(0, later.ids.length - linesLater));
			},
		),
	);
});
