import * as z from 'zod';
import {changeableColors, type ThemeChanges, tierNames} from './theme-changes.ts';

const howToWrite = 'write a colour as "#1f4a72", or as a number from 0 to 255 of the 256-colour table';

const color = z.union(
	[
		z.string().regex(/^#[\da-f]{6}$/i, {error: howToWrite}),
		z.number().int({error: howToWrite}).min(0, {error: howToWrite}).max(255, {error: howToWrite}),
	],
	{
		error: howToWrite,
	},
);

const optionalColors = <Name extends string>(names: readonly Name[]) =>
	Object.fromEntries(names.map(name => [name, color.optional()])) as Record<
		Name,
		z.ZodOptional<typeof color>
	>;

/** One theme of the section `themes`. */
export const themeSchema: z.ZodType<ThemeChanges> = z.strictObject({
	base: z.string().default('dark').describe('the theme that it is like besides'),
	...optionalColors(changeableColors),
	tab: z.strictObject({fill: color, text: color}).optional().describe('the name of the open view'),
	tiers: z.strictObject(optionalColors(tierNames)).optional(),
	hues: z.array(color).min(1).optional().describe('one a category'),
	heat: z.array(color).min(3).optional().describe('fills of the heat maps, from little to much'),
});
