import type {Key} from 'ink';

const typedKeys: Readonly<Record<string, string>> = {'\t': 'tab', '\r': 'enter', '\n': 'enter'};

/** Keys without a character, by Ink's names for them. */
const namedKeys = {
	escape: 'escape',
	return: 'enter',
	upArrow: 'up',
	downArrow: 'down',
	leftArrow: 'left',
	rightArrow: 'right',
	pageUp: 'pageup',
	pageDown: 'pagedown',
	home: 'home',
	end: 'end',
	backspace: 'backspace',
	delete: 'backspace',
} as const;

/**
 * The names of what was pressed, as the table spells them. Typed fast, or over a slow line, several
 * keys arrive in one piece.
 */
export function pressedKeys(
	input: string,
	key: Partial<Pick<Key, 'ctrl' | 'shift' | 'tab' | keyof typeof namedKeys>>,
): readonly string[] {
	if (key.tab) {
		return [key.shift ? 'shift-tab' : 'tab'];
	}
	for (const [name, pressed] of Object.entries(namedKeys)) {
		if (key[name as keyof typeof namedKeys]) {
			return [pressed];
		}
	}
	return key.ctrl ? [`ctrl-${input}`] : [...input].map(character => typedKeys[character] ?? character);
}
