import {expect, test} from 'vitest';
import {activeBindings, commandFor, keyBindings} from '../../source/views/keys.ts';
import {pressedKeys} from '../../source/views/pressed-keys.ts';

test('no key means two things', () => {
	const presses = keyBindings.flatMap(binding => binding.presses);
	expect(new Set(presses).size).toBe(presses.length);
});

test('in the footer only keys that belong together have the same importance', () => {
	const ranked = keyBindings.filter(binding => binding.footerRank !== undefined);
	const shared = ranked.filter(binding =>
		ranked.some(other => other !== binding && other.footerRank === binding.footerRank),
	);
	expect(shared.map(binding => binding.label)).toEqual(['+', '-', '<', '>']);
});

test('keys of the producer work only where there is one', () => {
	expect(commandFor('P', true)).toEqual({type: 'toggleProducer'});
	expect(commandFor('P', false)).toBeUndefined();
	expect(activeBindings(false).map(binding => binding.label)).not.toContain('P');
});

test('keys have the names that the table uses', () => {
	const none = {ctrl: false, escape: false, tab: false, shift: false};
	expect(pressedKeys('q', none)).toEqual(['q']);
	expect(pressedKeys('', {...none, tab: true})).toEqual(['tab']);
	expect(pressedKeys('', {...none, tab: true, shift: true})).toEqual(['shift-tab']);
	expect(pressedKeys('', {...none, escape: true})).toEqual(['escape']);
	expect(pressedKeys('l', {...none, ctrl: true})).toEqual(['ctrl-l']);
});

test('keys that arrive in one piece are keys still', () => {
	const none = {ctrl: false, escape: false, tab: false, shift: false};
	expect(pressedKeys('3t\t', none)).toEqual(['3', 't', 'tab']);
});
