import {closestWord} from '../../configuration/closest-word.ts';
import type {Configuration} from '../../configuration/configuration.ts';
import {changedTheme} from '../../views/theme/changed-theme.ts';
import type {Background, ThemeColors} from '../../views/theme/palettes.ts';
import {builtInThemes, plainThemes} from '../../views/theme/themes/built-in-themes.ts';

/** Follows the terminal's background. */
export const automaticTheme = 'auto';

/**
 * The colours of a theme by its name: of the configuration file's own, or of those that come with the program.
 *
 * @throws RangeError that says which there are
 */
export function chosenTheme(
	name: string,
	themes: Configuration['themes'],
	background: Background,
): ThemeColors {
	if (name === automaticTheme) {
		return plainThemes[background];
	}
	const own = Object.hasOwn(themes, name) ? themes[name] : undefined;
	const builtIn = Object.hasOwn(builtInThemes, own?.base ?? name)
		? builtInThemes[own?.base ?? name]
		: undefined;
	if (!builtIn) {
		throw new RangeError(unknownTheme(own?.base ?? name, own ? {} : themes));
	}
	return own ? changedTheme(builtIn, own) : builtIn;
}

function unknownTheme(name: string, themes: Configuration['themes']): string {
	const known = [automaticTheme, ...Object.keys(builtInThemes), ...Object.keys(themes)];
	const meant = closestWord(name, known);
	return `${meant === undefined ? '' : `did you mean ${meant}? `}choose one of ${known.join(', ')}`;
}
