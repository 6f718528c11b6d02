import type {Formats} from '../format.ts';
import type {ListView} from './lists/panel-list.ts';
import type {Theme} from './theme/theme.ts';

/** What every panel is given besides its part of the dashboard. */
export type Frame = {
	/** Columns, the border included. */
	readonly width: number;
	/** Lines, the border included. */
	readonly height: number;
	readonly theme: Theme;
	readonly formats: Formats;
	/** @default false */
	readonly isFocused?: boolean | undefined;
	/** How its list is scrolled and sorted; absent while nobody has touched it. */
	readonly list?: ListView | undefined;
};

/** Columns inside a panel's border and its padding. */
export const innerWidth = (width: number) => Math.max(0, width - 4);

/** Lines inside a panel's border. */
export const innerHeight = (height: number) => Math.max(0, height - 2);
