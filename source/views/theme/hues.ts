import type {Brush, Theme} from './theme.ts';

/** The colour of a category or region: the same one in every panel. */
export type HueOf = (theme: Theme, name: string) => Brush;

/** By alphabet, because ranks change with every sale and a colour must not. */
export function huesOf(names: readonly string[]): HueOf {
	const order = new Map([...new Set(names)].sort().map((name, index) => [name, index]));
	return (theme, name) => {
		const index = order.get(name);
		return index === undefined ? theme.muted : theme.hues[index % theme.hues.length]!;
	};
}
