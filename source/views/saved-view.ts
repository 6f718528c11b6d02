import type {WindowName} from '../dashboard/window-name.ts';
import {initialNavigation, type Navigation} from './navigation.ts';
import type {PromptChoice} from './prompts/prompt.ts';
import type {ViewName} from './view-names.ts';

/** What was on the screen, to be seen again: where the reader was and what was asked for, no sales. */
export type SavedView = {
	readonly view: ViewName;
	readonly window: WindowName;
	/** UTC milliseconds; absent for the present. */
	readonly asOf: number | undefined;
	/** As it is typed, because a database need not know its names. */
	readonly filter: string;
	readonly sorts: Navigation['sorts'];
	/** The panel with the cursor; absent where none had it. */
	readonly focus: Navigation['here']['focus'];
	/** Whether that panel had the whole room. */
	readonly isFull: boolean;
	readonly isMasked: boolean;
};

/** Where views are kept by their names. */
export type SavedViews = {
	readonly names: () => readonly string[];
	/** @throws Error that names what is wrong */
	readonly load: (name: string) => SavedView;
	/** Replaces the one of that name. @throws Error that says why it cannot be kept */
	readonly save: (name: string, view: SavedView) => void;
};

/** Those whose name begins like what is typed. */
export function savedChoices(names: readonly string[], text: string): readonly PromptChoice[] {
	const typed = text.trim().toLowerCase();
	return names.filter(name => name.toLowerCase().startsWith(typed)).map(name => ({value: name, label: name}));
}

/** Where its reader was; pages are not kept. */
export function navigationOf({sorts, focus, isFull}: SavedView): Navigation {
	return {...initialNavigation, sorts, here: {...initialNavigation.here, focus, isFull}};
}
