/** `#rrggbb`, or a number of the 256-colour table. */
export type ChangedColor = string | number;

/** Colours by meaning that a theme of one's own may change. */
export const changeableColors = [
	'accent',
	'muted',
	'faint',
	'good',
	'bad',
	'news',
	'forecast',
	'band',
	'area',
] as const;

/** The tiers that customers are in, each with a colour. */
export const tierNames = ['Platinum', 'Gold', 'Silver', 'Bronze'] as const;

/** A theme of one's own: another one, and what is different in it. */
export type ThemeChanges = {readonly base: string} & {
	readonly [color in (typeof changeableColors)[number]]?: ChangedColor | undefined;
} & {
	readonly tab?: {readonly fill: ChangedColor; readonly text: ChangedColor} | undefined;
	readonly tiers?: {readonly [tier in (typeof tierNames)[number]]?: ChangedColor | undefined} | undefined;
	/** One a category; with fewer than there are categories some share one. */
	readonly hues?: readonly ChangedColor[] | undefined;
	/** Fills of the heat maps, from little to much. */
	readonly heat?: readonly ChangedColor[] | undefined;
};
