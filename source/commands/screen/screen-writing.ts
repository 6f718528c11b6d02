import {asciiFormats, asciiWriter} from '../../ascii-formats.ts';
import type {Analyses} from '../../dashboard/analyses.ts';
import {writtenAnalyses} from '../../dashboard/written-analyses.ts';
import type {Formats} from '../../format.ts';
import {type GlyphSet, glyphSets} from '../../views/theme/glyphs.ts';
import type {Theme} from '../../views/theme/theme.ts';

/** How a screen writes, with the characters that its terminal has. */
export type ScreenWriting = {
	readonly formats: Formats;
	/** What analyses say in words, in the same characters. */
	readonly written: (analyses: Analyses) => Analyses;
};

/** The theme has chosen the characters already. */
export function screenWriting(formats: Formats, {glyphs}: Theme): ScreenWriting {
	return glyphs === glyphSets.ascii
		? {formats: asciiFormats(formats), written: writtenAnalyses(asciiWriter(formats))}
		: {formats, written: analyses => analyses};
}

/** The characters that a terminal is sure to have, by what its environment says. */
export function glyphSetOf({TERM, ...environment}: Readonly<Record<string, string | undefined>>): GlyphSet {
	const locale = characterLocale(environment);
	// The console of a Linux kernel has no braille and no eighth blocks.
	return TERM === 'linux' || (locale !== '' && !isUtf8(locale)) ? 'ascii' : 'unicode';
}

/** The locale that decides about characters; empty where none is set. */
export function characterLocale({
	LC_ALL,
	LC_CTYPE,
	LANG,
}: Readonly<Record<string, string | undefined>>): string {
	return LC_ALL || LC_CTYPE || LANG || '';
}

export function isUtf8(locale: string): boolean {
	return /utf-?8/i.test(locale);
}
