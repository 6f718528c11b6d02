import type {Theme} from '../../views/theme/theme.ts';

/** All colours and glyphs that a screen is drawn with, so that what is missing is seen. */
export function swatch(theme: Theme): readonly string[] {
	const {glyphs} = theme;
	const {border} = glyphs;
	const named = {
		accent: theme.accent,
		muted: theme.muted,
		faint: theme.faint,
		news: theme.news,
		forecast: theme.forecast,
	};
	return [
		`words   ${Object.entries(named)
			.map(([name, paint]) => paint(name))
			.join(
				' ',
			)} ${theme.good(`${glyphs.up} gain`)} ${theme.bad(`${glyphs.down} loss`)} ${theme.tab(' open ')} ${theme.alarm(' alarm ')}`,
		`heat    ${theme.heat.map(step => step.fill(3)).join('')}  ${theme.heat.map((step, index) => step.text(` ${index + 1} `)).join('')}`,
		`hues    ${theme.hues.map(hue => hue(glyphs.barSteps.at(-1)!.repeat(3))).join(' ')}`,
		`band    ${theme.areaCells(6)}${theme.bandCells(6)}`,
		`glyphs  ${[glyphs.barSteps.join(''), glyphs.sparkSteps.join(''), glyphs.shades.join(''), glyphs.line.join(''), Object.values(border).join(''), `${glyphs.dot}${glyphs.ellipsis}${glyphs.arrow}`, ...(glyphs.hasBraille ? ['⠁⠃⠇⡇⣇⣧⣷⣿'] : [])].join('  ')}`,
	];
}
