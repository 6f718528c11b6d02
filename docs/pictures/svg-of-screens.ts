import {cell, drawnGlyph, isLevel, rectangle} from './drawn-glyph.ts';
import type {Cell, Frame} from './recorded-terminal.ts';

/** How a screen without any colours of its own looks. */
export type Paper = {readonly background: string; readonly foreground: string};

const margin = 16;
/** In DejaVu Sans Mono a character is 0.602 of the font's size wide. */
const fontSize = 16.6;

export type SvgOptions = {
	readonly title: string;
	readonly size: {readonly columns: number; readonly rows: number};
	readonly paper: Paper;
	/** Of what stands below the screen. */
	readonly captionHeight?: number;
};

/** An SVG of screens that share their rows and styles. It needs no script and no font of its own. */
export function svgOfScreens({title, size, paper, captionHeight = 0}: SvgOptions) {
	const rows = createDefinitions('r');
	const styles = createDefinitions('s');
	const screenHeight = size.rows * cell.height;
	const width = size.columns * cell.width + 2 * margin;
	const height = screenHeight + 2 * margin + captionHeight;
	return {
		/** Below the screen. */
		captionTop: screenHeight + 8,
		/** The rows of a frame; one that was there before is only referred to. */
		draw: (frame: Frame): string =>
			frame
				.map((row, y) => {
					const drawn = drawRow(row, style => styles.nameOf(style));
					return drawn === ''
						? ''
						: `<use href="#${rows.nameOf(drawn)}" y="${y * cell.height + cell.baseline}"/>`;
				})
				.join(''),
		/** The whole file. */
		write(groups: readonly string[], moreCss: readonly string[] = []): string {
			const css = [
				`text{font:${fontSize}px 'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace;fill:${paper.foreground};white-space:pre}`,
				`path{fill:${paper.foreground}}`,
				...[...styles.entries()].map(([style, name]) => `.${name}{${style}}`),
				...moreCss,
			];
			return [
				`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(title)}">`,
				`<title>${escapeMarkup(title)}</title>`,
				`<style>${css.join('\n')}</style>`,
				`<defs>${[...rows.entries()].map(([drawn, name]) => `<g id="${name}">${drawn}</g>`).join('\n')}</defs>`,
				`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${paper.background}" stroke="#4a4f5a"/>`,
				`<svg x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - margin}">`,
				...groups,
				'</svg>',
				'</svg>',
				'',
			].join('\n');
		},
	};
}

/** Names for what is used again, in the order of its first use. */
function createDefinitions(prefix: string) {
	const names = new Map<string, string>();
	return {
		nameOf(content: string): string {
			const known = names.get(content) ?? `${prefix}${names.size.toString(36)}`;
			names.set(content, known);
			return known;
		},
		entries: () => names.entries(),
	};
}

/** A row whose baseline is at 0: fills, then lines and blocks, then text. */
function drawRow(row: readonly Cell[], classOf: (style: string) => string): string {
	const attribute = (style: string) => (style === '' ? '' : ` class="${classOf(style)}"`);
	const fills = new Map<string, string>();
	for (const {by, from, cells} of runs(row, ({fill}) => fill)) {
		if (by !== undefined) {
			const shape = rectangle(from * cell.width, 0, cells.length * cell.width, cell.height);
			fills.set(`fill:${by}`, (fills.get(`fill:${by}`) ?? '') + shape);
		}
	}
	const paths = new Map<string, string>();
	const texts: string[] = [];
	for (const {by, from, cells} of runs(row, textStyle)) {
		let text = '';
		for (const {by: character, from: start, cells: same} of runs(cells, each => each.text)) {
			const pieces = isLevel(character)
				? [drawnGlyph(character, from + start, same.length)]
				: same.map((_, index) => drawnGlyph(character, from + start + index));
			const isDrawn = pieces[0] !== undefined;
			text += (isDrawn ? ' ' : character).repeat(same.length);
			if (isDrawn) {
				paths.set(by, (paths.get(by) ?? '') + pieces.join(''));
			}
		}
		for (const word of text.matchAll(/\S+(?: \S+)*/g)) {
			const length = [...word[0]].length;
			const column = from + [...text.slice(0, word.index)].length;
			// Whatever the font, the columns stay where they are.
			const exact = length > 1 ? ` textLength="${length * cell.width}"` : '';
			texts.push(`<text x="${column * cell.width}"${exact}${attribute(by)}>${escapeMarkup(word[0])}</text>`);
		}
	}
	const shapes = [...fills, ...paths].map(([style, shape]) => `<path${attribute(style)} d="${shape}"/>`);
	return [...shapes, ...texts].join('');
}

function textStyle({color, isBold, isDim}: Cell): string {
	return [color && `fill:${color}`, isBold && 'font-weight:700', isDim && 'opacity:.6']
		.filter(Boolean)
		.join(';');
}

/** Neighbours that have the same. */
function runs<By>(row: readonly Cell[], byOf: (each: Cell) => By) {
	const found: {readonly by: By; readonly from: number; readonly cells: Cell[]}[] = [];
	for (const [column, each] of row.entries()) {
		const by = byOf(each);
		const last = found.at(-1);
		if (last && last.by === by) {
			last.cells.push(each);
		} else {
			found.push({by, from: column, cells: [each]});
		}
	}
	return found;
}

export function escapeMarkup(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
