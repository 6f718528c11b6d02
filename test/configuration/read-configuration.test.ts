import {describe, expect, test} from 'vitest';
import {complaintsAbout} from '../../source/commands/command-line/configuration-complaints.ts';
import {settings} from '../../source/commands/command-line/settings.ts';
import {configurationJsonSchema} from '../../source/configuration/configuration-schema.ts';
import {readConfiguration} from '../../source/configuration/read-configuration.ts';

const read = (text: string) => readConfiguration(text, settings, complaintsAbout);

test('comments, commas at ends and a byte order mark are no mistakes', () => {
	const {file, problems, lineOf} = read(`\uFEFF{
		// where the shop is
		"tz": "Europe/Paris",
		/* an editor wants it */ "$schema": "./salesmon.json",
		"seed": 7, "ascii": true,
	}`);
	expect(problems).toEqual([]);
	expect(Object.fromEntries(file!.values)).toEqual({tz: 'Europe/Paris', seed: '7', ascii: true});
	expect([lineOf('tz'), lineOf('seed'), lineOf('theme')]).toEqual([3, 5, undefined]);
});

test.each(['', '  \n', '// nothing yet\n', '{}'])('%j sets nothing', text => {
	expect(read(text)).toMatchObject({problems: [], file: {configuration: {targets: [], goals: []}}});
});

test('targets and goals are read exactly, as money', () => {
	const {file} = read(`{
		"targets": [
			{"category": "Toys", "revenue": 1200, "per": "day"},
			{"product": "P-7", "revenue": "99.9999", "per": "month"}
		],
		"goals": [{"revenue": "1000000.01", "per": "week"}, {"orders": 300, "per": "day"}]
	}`);
	expect(file?.configuration).toEqual({
		targets: [
			{of: 'category', name: 'Toys', revenue: 12_000_000, per: 'day'},
			{of: 'product', name: 'P-7', revenue: 999_999, per: 'month'},
		],
		goals: [
			{of: 'revenue', amount: 10_000_000_100, per: 'week'},
			{of: 'orders', amount: 300, per: 'day'},
		],
		alerts: [],
		keys: {},
		themes: {},
	});
});

describe('what is wrong is told with its line, its value and the remedy', () => {
	test.each([
		['{\n"tehme": "light"\n}', 2, 'unknown key "tehme": did you mean "theme"?'],
		[
			'{"targets": [\n{"categroy": "Toys", "revenue": 1, "per": "day"}]}',
			2,
			'unknown key "categroy": did you mean "category"?',
		],
		[
			'{"goals": [{"orders": 1, "per": "day", "banana": 1}]}',
			1,
			'unknown key "banana": those there are: revenue, orders, per',
		],
		['{\n\n"window": "2y"}', 3, 'window "2y": write how long, such as 15m'],
		['{"tz": "Mars"}', 1, 'tz "Mars": unknown time zone "Mars": use an IANA name'],
		['{"interval": 5}', 1, 'interval 5: write text in double quotes'],
		['{"rate": "soon"}', 1, 'rate "soon": "soon" is no rate: write sales per time'],
		['{"ascii": "yes"}', 1, 'ascii "yes": write true or false'],
		['{"history": 2000}', 1, 'history 2000: write a number of days from 0 to 1096'],
		['{"currency": "gold"}', 1, 'currency "gold": unknown currency "GOLD"'],
		['{"db": "postgres://shop"}', 1, 'db "postgres://shop": database servers are not supported yet'],
		['{"goals": {"orders": 5}}', 1, 'goals {"orders":5}: write a list in [ ]'],
		['{"goals": [{"per": "day"}]}', 1, 'goals[0] {"per":"day"}: say revenue or orders, one of the two'],
		['{"targets": [{"revenue": 5, "per": "day"}]}', 1, 'name a product or a category, one of the two'],
		['{"targets": [{"product": "x", "revenue": -5, "per": "day"}]}', 1, 'targets[0].revenue -5: write'],
		[
			'{"targets": [{"product": "x", "revenue": "much", "per": "day"}]}',
			1,
			'targets[0].revenue "much": write an amount above 0',
		],
		['{"goals": [{"orders": 5}]}', 1, 'goals[0].per: '],
		['{"seed": 1,\n"seed": 2}', 2, '"seed" is there twice: keep one of them'],
		['[1]', 1, 'all of it, [1]: write an object in { }'],
		['{\n"tz": Paris\n}', 2, 'this is no JSON at Paris: text stands in double quotes'],
		['{"seed": 1 "ascii": true}', 1, 'this is no JSON at "ascii": a comma is missing before this'],
		['{"theme": "drak"}', 1, 'theme "drak": did you mean dark? choose one of auto, dark, light'],
		['{"themes": {"mine": {"base": "pink"}}}', 1, 'themes.mine.base "pink": choose one of auto, dark'],
		[
			'{"themes": {"mine": {\n"muted": "#222222"}}}',
			2,
			'themes.mine.muted "#222222": it cannot be read on a dark background: its contrast is 1.3',
		],
		['{"themes": {"mine": {"accent": "blue"}}}', 1, 'themes.mine.accent "blue": write a colour as "#1f4a72"'],
		['{"themes": {"mine": {"acent": 3}}}', 1, 'unknown key "acent": did you mean "accent"?'],
		['{"themes": {"dark": {}}}', 1, 'themes.dark {}: this name is taken'],
		[
			'{"alerts": [{"when": "slience", "above": "5m"}]}',
			1,
			'alerts[0].when "slience": say when: pace, silence, stock',
		],
		['{"alerts": [{"when": "silence", "above": "5"}]}', 1, 'alerts[0].above "5": write a number and a unit'],
		['{"alerts": [{"when": "silence"}]}', 1, 'alerts[0].above: it is missing'],
		['{"alerts": [{"when": "share", "category": "Toys"}]}', 1, 'say above or below, one of the two'],
		[
			'{"alerts": [{"when": "share", "category": "Toys", "above": "lots"}]}',
			1,
			'alerts[0].above "lots": write a share',
		],
		['{"alerts": [{"when": "rejects"},\n{"when": "rejects"}]}', 2, 'another rule is called "rejects" too'],
		['{"alerts": [{"when": "rejects", "belll": true}]}', 1, 'unknown key "belll": did you mean "bell"?'],
		['{"keys": {"freez": "z"}}', 1, 'nothing is called "freez": did you mean "freeze"?'],
		['{"keys": {"freeze": "q"}}', 1, '"q" would mean both "freeze" and "quit": give one of them another key'],
		['{"keys": {"freeze": "ctrl-z"}}', 1, '"ctrl-z" is no key that can be bound'],
		['{"keys": {"views": "v"}}', 1, 'nothing is called "views"'],
		['{"__proto__": {"ascii": true}}', 1, 'unknown key "__proto__"'],
	])('%j', (text, line, message) => {
		const {problems, file} = read(text);
		expect(problems[0]?.message).toContain(message);
		expect(problems[0]?.line).toBe(line);
		expect(file).toBeUndefined();
	});

	test('all at once, from top to bottom', () => {
		const {problems} = read('{\n"ascii": 1,\n"x": 1,\n"tz": "Mars",\n"y": 2}');
		expect(problems.map(({line}) => line)).toEqual([2, 3, 4, 5]);
	});
});

test('the JSON schema describes every setting and every section, and lets nothing else in', () => {
	const schema = configurationJsonSchema(settings);
	expect(schema).toMatchObject({additionalProperties: false, type: 'object'});
	expect(Object.keys(schema.properties ?? {})).toEqual([
		'$schema',
		...Object.keys(settings),
		'targets',
		'goals',
		'alerts',
		'keys',
		'themes',
	]);
	expect(schema.required).toBeUndefined();
	expect(schema.properties?.theme).toMatchObject({type: 'string', description: settings.theme?.about});
});
