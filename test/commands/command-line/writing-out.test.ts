import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makeFolder, writingOut} from '../../../source/commands/command-line/writing-out.ts';
import {testFolder} from '../../helpers/store.ts';

test('a folder is made with those around it', () => {
	const folder = path.join(testFolder(), 'a', 'b');
	makeFolder(folder);
	makeFolder(folder);
	writeFileSync(path.join(folder, 'c'), '');
});

test('where nothing can be made, no time is lost and the reason is in words', () => {
	expect(() => writingOut('/proc/x', () => makeFolder('/proc/x'))).toThrow(/^cannot write --out \/proc\/x: /);
	expect(() => writingOut('/dev/null/x', () => makeFolder('/dev/null/x'))).toThrow(
		'cannot write --out /dev/null/x: what it should lie in is no folder',
	);
	expect(() => writingOut('/dev/null', () => makeFolder('/dev/null'))).toThrow(
		'cannot write --out /dev/null: it is no folder',
	);
	expect(() => writingOut('/nope/x.csv', () => writeFileSync('/nope/x.csv', ''))).toThrow(
		'cannot write --out /nope/x.csv: there is no such folder',
	);
});
