import type {Background, ThemeColors} from '../palettes.ts';
import {amber} from './amber.ts';
import {classicDark} from './classic-dark.ts';
import {classicLight} from './classic-light.ts';
import {contrastDark} from './contrast-dark.ts';
import {contrastLight} from './contrast-light.ts';
import {dark} from './dark.ts';
import {light} from './light.ts';
import {paper} from './paper.ts';

/** The themes that come with the program, by their names. */
export const builtInThemes: Readonly<Record<string, ThemeColors>> = {
	dark,
	light,
	'contrast-dark': contrastDark,
	'contrast-light': contrastLight,
	'classic-dark': classicDark,
	'classic-light': classicLight,
	amber,
	paper,
};

/** What is taken where nobody chose. */
export const plainThemes: Readonly<Record<Background, ThemeColors>> = {dark, light};
