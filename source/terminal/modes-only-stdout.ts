import type {WriteStream} from 'node:tty';
import {escapeCharacter} from '../views/escape-character.ts';

/** Modes, such as the one that hides the cursor; not the one that holds a frame back. */
const modes = new RegExp(String.raw`${escapeCharacter}(?!\[\?2026)\[[?<=>][\d;]*[A-Za-z]`, 'g');

export type ModesOnlyOptions = {
	readonly size: () => {readonly columns: number; readonly rows: number};
	/** Takes the sequences that set modes. */
	readonly onModes: (sequences: string) => void;
};

/** A terminal for Ink: the modes that it asks for are passed on; what it draws is not. */
export function modesOnlyStdout(terminal: WriteStream, {size, onModes}: ModesOnlyOptions): WriteStream {
	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		onModes(String(chunk).match(modes)?.join('') ?? '');
		const done = rest.at(-1);
		if (typeof done === 'function') {
			// Behind what was sent, so that whoever waits for it waits for all.
			terminal.write('', () => done());
		}
		return !terminal.writableNeedDrain;
	};
	return new Proxy(terminal, {
		get(target, property) {
			if (property === 'write') {
				return write;
			}
			// Never 0, with which Ink would look for the size elsewhere, for each frame.
			if (property === 'rows' || property === 'columns') {
				return size()[property];
			}
			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
