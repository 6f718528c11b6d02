import {execFileSync, spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {testFolder} from '../helpers/store.ts';
import {program} from '../helpers/terminal.ts';

const salesmon = (...argv: string[]) =>
	execFileSync(process.execPath, [program, ...argv], {encoding: 'utf8'});

const hasBash = spawnSync('bash', ['--version']).status === 0;

describe.skipIf(!hasBash)('in bash', () => {
	const script = salesmon('completion', 'bash');

	/** What bash offers for the last of the words, as it splits them. */
	function offered(words: readonly string[], folder = '/'): readonly string[] {
		const asked = `
			${script}
			COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')})
			COMP_CWORD=${words.length - 1}
			_salesmon
			printf '%s\\n' "\${COMPREPLY[@]}"`;
		return execFileSync('bash', ['-c', asked], {encoding: 'utf8', cwd: folder}).trim().split('\n');
	}

	test('commands are offered first', () => {
		expect(offered(['salesmon', 'co'])).toEqual(['config', 'completion']);
		expect(offered(['salesmon', ''])).toEqual(expect.arrayContaining(['attach', 'import', '--rate']));
	});

	test('a command’s own flags are offered, and those of every command', () => {
		expect(offered(['salesmon', 'attach', '--t'])).toEqual(['--to', '--theme', '--tz']);
		expect(offered(['salesmon', 'attach', '--'])).not.toContain('--rate');
		expect(offered(['salesmon', '--ra'])).toEqual(['--rate']);
	});

	test('a flag’s values are offered, also after an equals sign', () => {
		expect(offered(['salesmon', 'snapshot', '--window', '9'])).toEqual(['90d']);
		expect(offered(['salesmon', 'attach', '--color', '=', 'tr'])).toEqual(['truecolor']);
		expect(offered(['salesmon', 'attach', '--color', '='])).toHaveLength(5);
		expect(offered(['salesmon', '--theme', 'contrast'])).toEqual(['contrast-dark', 'contrast-light']);
		expect(offered(['salesmon', '--seed', ''])).toEqual(['']);
	});

	test('operands are offered: words where there are but some, files where they are files', () => {
		const folder = testFolder();
		writeFileSync(path.join(folder, 'december.csv'), '');
		expect(offered(['salesmon', 'config', 's'])).toEqual(['show', 'schema']);
		expect(offered(['salesmon', 'import', 'dec'], folder)).toEqual(['december.csv']);
		expect(offered(['salesmon', 'attach', '--db', 'dec'], folder)).toEqual(['december.csv']);
	});
});

test.each([
	['zsh', ['#compdef salesmon', "'attach:Shows a database", '--theme=[', ':theme:(auto dark']],
	['fish', ['complete -c salesmon -f', '-a attach -d', '-l theme -r', "-a 'path show check schema'"]],
])('%s gets the same commands, flags and values', (shell, parts) => {
	const script = salesmon('completion', shell);
	for (const part of parts) {
		expect(script).toContain(part);
	}
	expect(spawnSync(shell, ['-n'], {input: script}).status ?? 0).toBe(0);
});

test('a shell that is not known is told so', () => {
	const {status, stderr} = spawnSync(process.execPath, [program, 'completion', 'csh'], {encoding: 'utf8'});
	expect(status).toBe(2);
	expect(stderr).toContain('completion csh: write salesmon completion and one of bash, zsh, fish');
});

test('the manual page has every command and flag, and no line that troff would take for a request', () => {
	const page = salesmon('help', '--man');
	const help = salesmon('--help');
	for (const [, command] of help.matchAll(/^ {2}([a-z]+) .*$/gm)) {
		expect(page).toContain(`.SS "salesmon ${command}`);
	}
	expect(page).toContain(String.raw`\fB\-\-max\-errors\fR \fIN\fR`);
	expect(page).toContain('SALESMON_THEME');
	const requests = page.split('\n').flatMap(line => /^[.'](\w*)/.exec(line)?.[1] ?? []);
	expect(new Set(requests)).toEqual(new Set(['TH', 'SH', 'SS', 'B', 'PP', 'TP']));
	expect(page).toMatch(/^[\n -~]*$/);
});
