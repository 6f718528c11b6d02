import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {settings} from '../source/commands/command-line/settings.ts';
import {keyBindings} from '../source/views/keys.ts';

const readme = readFileSync('README.md', 'utf8');

test('the README lists the keys as the key table does', () => {
	const rows = keyBindings.map(({label, does}) => `| \`${label}\` | ${does} |`);
	expect(readme).toContain(`| key | does |\n| --- | --- |\n${rows.join('\n')}\n`);
});

test('the documentation of the configuration lists every setting', () => {
	const documented = readFileSync('docs/configuration.md', 'utf8')
		.split('## The file')[1]!
		.split('\n## Themes')[0]!
		.matchAll(/^\| `(\w+)` \|/gm);
	expect([...documented].map(([, name]) => name)).toEqual(Object.keys(settings));
});
