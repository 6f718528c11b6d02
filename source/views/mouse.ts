/** The mouse of the terminal, off until somebody wants it: while it is on, the terminal selects no text. */
export type Mouse = {
	readonly toggle: () => void;
	readonly isOn: () => boolean;
	/** Hears that it was turned on or off. @returns what ends it */
	readonly subscribe: (listener: () => void) => () => void;
	/**
	 * Hears clicks: column and line of the screen, counted from 0.
	 *
	 * @returns what ends it
	 */
	readonly listen: (onClick: (column: number, line: number) => void) => () => void;
};
