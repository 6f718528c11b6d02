import xterm from '@xterm/headless';
import {expect, test} from 'vitest';
import {createCellCanvas} from '../../../source/views/cells/cell-canvas.ts';
import {cellDiff} from '../../../source/views/cells/cell-diff.ts';
import {cellText} from '../../../source/views/cells/cell-text.ts';
import {plainStyle, styleAfter, transition} from '../../../source/views/cells/style.ts';
import type {Cells} from '../../../source/views/cells/styled-cells.ts';
import fc from '../../helpers/property.ts';

const columns = 24;
const lines = 6;

function newTerminal() {
	const terminal = new xterm.Terminal({cols: columns, rows: lines, allowProposedApi: true});
	return {
		write: (data: string) =>
			new Promise<void>(resolve => {
				terminal.write(data, resolve);
			}),
		/** Text and paint of every cell. */
		cells: () =>
			Array.from({length: lines}, (_, y) => {
				const line = terminal.buffer.active.getLine(y)!;
				return Array.from({length: columns}, (_cell, x) => {
					const cell = line.getCell(x)!;
					const paint = [
						cell.getFgColorMode() + cell.getFgColor(),
						cell.getBgColorMode() + cell.getBgColor(),
						cell.isBold(),
						cell.isDim(),
						cell.isInverse(),
					].join();
					return `${cell.getChars() || ' '}|${paint}`;
				});
			}),
	};
}

/** Sends frames to one terminal as they are and to another as differences. */
async function follow(frames: readonly (readonly string[])[]) {
	const [plain, sparing] = [newTerminal(), newTerminal()];
	const canvas = createCellCanvas();
	const region = canvas.region();
	let shown: Cells = [];
	let bytes = 0;
	for (const frame of frames) {
		await plain.write(`\u001B[2J\u001B[H${frame.join('\r\n')}`);
		region.draw({left: 0, top: 0}, frame);
		const wanted = canvas.frame(columns, lines);
		const difference = cellDiff(shown, wanted);
		shown = wanted;
		bytes = Buffer.byteLength(difference);
		await sparing.write(difference);
		expect(sparing.cells()).toEqual(plain.cells());
	}
	return bytes;
}

const sgr = (codes: string, text: string) => `\u001B[${codes}m${text}\u001B[0m`;

const word = fc.oneof(
	fc.constantFrom('salesmon', ' ', '   ', '█▍', '⣀⣠', '€1,240', '日本', 'é', '-', 'a\u0301', '│'),
	fc.string({minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', '1', ' ')}),
);
const painted = fc.tuple(fc.constantFrom('', '1', '31', '38;5;240', '48;2;10;20;30', '1;7;33', '2'), word);
const line = fc.array(painted, {maxLength: 6}).map(parts => {
	const text = parts.map(([codes, content]) => (codes === '' ? content : sgr(codes, content))).join('');
	// As wide as the screen at most, whatever the words are.
	return parts.reduce((width, [, content]) => width + 2 * content.length, 0) < columns
		? text
		: sgr('32', 'short');
});
const frame = fc.array(line, {minLength: lines, maxLength: lines});

test('a terminal that is sent differences shows what one that is sent everything shows', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(frame, {minLength: 2, maxLength: 5}), async frames => {
			await follow(frames);
		}),
		{numRuns: 150},
	);
});

test('a frame as text looks as it does as differences', async () => {
	await fc.assert(
		fc.asyncProperty(frame, async rows => {
			const canvas = createCellCanvas();
			canvas.region().draw({left: 0, top: 0}, rows);
			const cells = canvas.frame(columns, lines);
			const [one, other] = [newTerminal(), newTerminal()];
			await one.write(cellText(cells).replaceAll('\n', '\r\n'));
			await other.write(cellDiff([], cells));
			expect(one.cells()).toEqual(other.cells());
		}),
		{numRuns: 50},
	);
});

test('where a terminal takes a composed character for narrow, nothing of the frame before is left in it', async () => {
	const terminal = newTerminal();
	const canvas = createCellCanvas();
	const region = canvas.region();
	let shown: Cells = [];
	for (const line of ['abcdefgh', '\u2764\uFE0F heart']) {
		region.draw({left: 0, top: 0}, [line]);
		const wanted = canvas.frame(columns, lines);
		await terminal.write(cellDiff(shown, wanted));
		shown = wanted;
	}
	const text = terminal
		.cells()[0]!
		.map(cell => cell.split('|')[0])
		.join('');
	expect(text.replaceAll('\uFE0F', '').trimEnd()).toMatch(/^\u2764 ? heart$/);
});

test('the same frame again costs nothing, and a changed digit costs a few bytes', async () => {
	const revenue = (amount: string) => [`${sgr('1', 'Revenue')}  ${sgr('38;5;40', amount)}  orders`];
	expect(await follow([revenue('€1,240'), revenue('€1,240')])).toBe(0);
	expect(await follow([revenue('€1,240'), revenue('€1,241')])).toBeLessThan(30);
});

test('styles change by the shortest sequence', () => {
	const red = styleAfter(plainStyle, '31');
	const boldRed = styleAfter(red, '1');
	const blue = styleAfter(plainStyle, '34');
	expect(transition(plainStyle, red)).toBe('\u001B[31m');
	expect(transition(red, blue)).toBe('\u001B[34m');
	expect(transition(red, boldRed)).toBe('\u001B[1m');
	expect(transition(boldRed, red)).toBe('\u001B[;31m');
	expect(transition(red, plainStyle)).toBe('\u001B[m');
	expect(transition(red, red)).toBe('');
	expect(styleAfter(boldRed, '39;22')).toBe(plainStyle);
	expect(styleAfter(plainStyle, '38;2;1;2;3;48;5;7')).toMatchObject({
		foreground: '38;2;1;2;3',
		background: '48;5;7',
	});
});
