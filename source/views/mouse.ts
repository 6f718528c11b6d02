/** The mouse of the terminal, off until somebody wants it: while it is on, the terminal selects no text. */
export type Mouse = {
	readonly toggle: () => void;
	readonly isOn: () => boolean;
	/** Hears that it was turned on or off. @returns what ends it */
	readonly subscribe: (listener: () => void) => () => void;
	/** Hears clicks. @returns what ends it */
	readonly listen: (onClick: OnClick) => () => void;
};

/**
 * Column and line of the screen, counted from 0.
 *
 * @param isDouble whether it is the second one of a double click
 */
export type OnClick = (column: number, line: number, isDouble: boolean) => void;
