import {createListeners} from '../listeners.ts';
import type {Mouse, OnClick} from '../views/mouse.ts';

// Buttons only, no movement, in the notation that knows wide screens (SGR, xterm's 1006).
const [turnOn, turnOff] = ['\u001B[?1000h\u001B[?1006h', '\u001B[?1006l\u001B[?1000l'];

export type TerminalMouse = Mouse & {
	/** Takes what the terminal reports; the wheel becomes the keys that it stands for. */
	readonly report: (button: number, column: number, line: number, isPress: boolean) => string;
	/** Turns it off for as long as the terminal belongs to somebody else. */
	readonly release: () => void;
	/** Turns it on again if it was. */
	readonly resume: () => void;
};

const [arrowUp, arrowDown] = ['\u001B[A', '\u001B[B'];

/** Two clicks on one cell within this time are a double click. */
const doubleClickMs = 400;

/** @param write sends to the terminal */
export function terminalMouse(
	write: (sequence: string) => void,
	now: () => number = () => performance.now(),
): TerminalMouse {
	const listeners = new Set<OnClick>();
	let before = {column: 0, line: 0, at: Number.NEGATIVE_INFINITY};
	const watchers = createListeners();
	let isOn = false;
	return {
		toggle() {
			isOn = !isOn;
			write(isOn ? turnOn : turnOff);
			watchers.tell();
		},
		isOn: () => isOn,
		subscribe: watchers.subscribe,
		listen(onClick) {
			listeners.add(onClick);
			return () => {
				listeners.delete(onClick);
			};
		},
		report(button, column, line, isPress) {
			if (button === 64 || button === 65) {
				return button === 64 ? arrowUp : arrowDown;
			}
			if (button === 0 && isPress) {
				const at = now();
				const isDouble = before.column === column && before.line === line && at - before.at <= doubleClickMs;
				before = {column, line, at};
				for (const listener of listeners) {
					listener(column - 1, line - 1, isDouble);
				}
			}
			return '';
		},
		release() {
			if (isOn) {
				write(turnOff);
			}
		},
		resume() {
			if (isOn) {
				write(turnOn);
			}
		},
	};
}
