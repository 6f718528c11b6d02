import {closestWord} from '../configuration/closest-word.ts';
import type {KeyBinding} from './key-binding.ts';
import {keyBindings} from './keys.ts';

/** Keys by the word of what they do, as the configuration gives them. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

const named: Readonly<Record<string, string>> = {
	tab: 'Tab',
	'shift-tab': 'Shift-Tab',
	enter: 'Enter',
	escape: 'Esc',
	up: 'Up',
	down: 'Down',
	left: 'Left',
	right: 'Right',
	pageup: 'PgUp',
	pagedown: 'PgDn',
};

/** Ends the program and stops it, whatever else is changed. */
const kept = ['ctrl-c', 'ctrl-z'];

/**
 * The table of keys with what somebody wants to be different.
 *
 * @throws RangeError that names the key and says what to write
 */
export function reboundKeys(changes: KeyChanges): readonly KeyBinding[] {
	for (const [word, keys] of Object.entries(changes)) {
		assertChangeable(word);
		for (const key of keys) {
			assertKey(key);
		}
	}
	const rebound = keyBindings.map(binding => {
		const keys = changes[binding.word];
		return keys === undefined || !isChangeable(binding)
			? binding
			: {
					...binding,
					presses: [...keys, ...binding.presses.filter(key => kept.includes(key))],
					label: labelOf(keys[0]!),
				};
	});
	assertUnambiguous(rebound);
	return rebound;
}

/** Where each key means something else, such as digits and arrows, they are what they are. */
function isChangeable({presses, command}: KeyBinding): boolean {
	return new Set(presses.map(pressed => JSON.stringify(command(pressed)))).size === 1;
}

function assertChangeable(word: string): void {
	const words = keyBindings.filter(isChangeable).map(binding => binding.word);
	if (!words.includes(word)) {
		const meant = closestWord(word, words);
		throw new RangeError(
			`nothing is called "${word}": ${meant === undefined ? '' : `did you mean "${meant}"? `}there are ${words.join(', ')}`,
		);
	}
}

function assertKey(key: string): void {
	const isCharacter = /^[!-~]$/.test(key);
	if (kept.includes(key) || !(isCharacter || Object.hasOwn(named, key) || /^ctrl-[a-z]$/.test(key))) {
		throw new RangeError(
			`"${key}" is no key that can be bound: write one character, ctrl- and a letter, or ${Object.keys(named).join(', ')}`,
		);
	}
}

function assertUnambiguous(bindings: readonly KeyBinding[]): void {
	const taken = new Map<string, string>();
	for (const {presses, word} of bindings) {
		for (const key of presses) {
			const other = taken.get(key);
			if (other !== undefined) {
				throw new RangeError(
					`"${key}" would mean both "${other}" and "${word}": give one of them another key`,
				);
			}
			taken.set(key, word);
		}
	}
}

function labelOf(key: string): string {
	const letter = /^ctrl-([a-z])$/.exec(key)?.[1];
	return letter === undefined ? (named[key] ?? key) : `Ctrl-${letter.toUpperCase()}`;
}
