import {expect, test} from 'vitest';
import {parsePause} from '../../../source/commands/command-line/parse-pause.ts';

test('a pause may be longer than a day, and no longer than a timer waits', () => {
	expect(parsePause('15s')).toBe(15_000);
	expect(parsePause('48h')).toBe(172_800_000);
	expect(() => parsePause('25d')).toThrow('"25d" is too long: write 24d or less');
	expect(() => parsePause('soon')).toThrow(
		'"soon" is no time: write a number and a unit, such as 15s, 5m or 1h',
	);
});
