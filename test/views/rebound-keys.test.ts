import {expect, test} from 'vitest';
import {activeBindings, commandFor, keyBindings} from '../../source/views/keys.ts';
import {reboundKeys} from '../../source/views/rebound-keys.ts';

test('a key takes the place of another, and what it was called', () => {
	const bindings = reboundKeys({freeze: ['z', 'ctrl-p']});
	expect(commandFor('z', true, bindings)).toEqual({type: 'freeze'});
	expect(commandFor('ctrl-p', true, bindings)).toEqual({type: 'freeze'});
	expect(commandFor('p', true, bindings)).toBeUndefined();
	expect(activeBindings(true, bindings).find(({word}) => word === 'freeze')?.label).toBe('z');
	expect(reboundKeys({freeze: ['ctrl-p']}).find(({word}) => word === 'freeze')?.label).toBe('Ctrl-P');
});

test('two keys can be exchanged', () => {
	const bindings = reboundKeys({longer: ['-'], shorter: ['+']});
	expect(commandFor('-', true, bindings)).toEqual({type: 'zoom', direction: 'longer'});
});

test('Ctrl-C quits whatever else does', () => {
	expect(commandFor('ctrl-c', true, reboundKeys({quit: ['x']}))).toEqual({type: 'quit'});
});

test('without changes it is the table of the program', () => {
	expect(reboundKeys({})).toEqual(keyBindings);
});

test('every word stands for one thing, so that it can be named', () => {
	const words = keyBindings.map(({word}) => word);
	expect(new Set(words).size).toBe(words.length);
});

test.each([
	[{freeze: ['q']}, '"q" would mean both'],
	[{views: ['v']}, 'nothing is called "views"'],
	[{move: ['w']}, 'nothing is called "move"'],
	[{freeze: ['']}, '"" is no key that can be bound'],
	[{freeze: ['pp']}, '"pp" is no key that can be bound'],
	[{freeze: ['ctrl-c']}, '"ctrl-c" is no key that can be bound'],
	[{constructor: ['v']}, 'nothing is called "constructor"'],
])('%j cannot be', (changes, message) => {
	expect(() => reboundKeys(changes)).toThrow(message);
});
