import {cell, drawnGlyph, isLevel, rectangle} from './drawn-glyph.ts';
import type {Cell, Frame} from './recorded-terminal.ts';

/** A frame, for how long it stands, and what is said below it. */
export type Shot = {
	readonly frame: Frame;
	readonly seconds: number;
	/** What was pressed for it; absent where it came by itself. */
	readonly key: string | undefined;
	readonly caption: string;
};

const background = '#16181d';
const foreground = '#d7dae0';
const margin = 16;
const captionHeight = 44;
/** In DejaVu Sans Mono a character is 0.602 of the font's size wide. */
const fontSize = 16.6;

/**
 * The shots one after the other, over and over, as an SVG that needs no script: a page that shows it as an
 * image plays it. A row that several shots share is in it once. Who wants no motion sees the first shot.
 */
export function animatedSvg(shots: readonly Shot[], title: string): string {
	const rows = createDefinitions('r');
	const styles = createDefinitions('s');
	const total = shots.reduce((sum, shot) => sum + shot.seconds, 0);
	const width = shots[0]!.frame[0]!.length * cell.width + 2 * margin;
	const screenHeight = shots[0]!.frame.length * cell.height;
	const height = screenHeight + 2 * margin + captionHeight;
	const groups: string[] = [];
	const animations: string[] = [];
	let begin = 0;
	for (const [index, {frame, seconds, key, caption}] of shots.entries()) {
		const uses = frame.map((row, y) => {
			const drawn = drawRow(row, style => styles.nameOf(style));
			return drawn === ''
				? ''
				: `<use href="#${rows.nameOf(drawn)}" y="${y * cell.height + cell.baseline}"/>`;
		});
		groups.push(`<g id="f${index}">${uses.join('')}${drawCaption(key, caption, screenHeight + 8)}</g>`);
		animations.push(appearance(index, begin / total, (begin + seconds) / total, total));
		begin += seconds;
	}
	const css = [
		`text{font:${fontSize}px 'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace;fill:${foreground};white-space:pre}`,
		`path{fill:${foreground}}`,
		...[...styles.entries()].map(([style, name]) => `.${name}{${style}}`),
		...animations,
		'@media (prefers-reduced-motion:reduce){g{animation:none!important}}',
	];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(title)}">`,
		`<title>${escapeMarkup(title)}</title>`,
		`<style>${css.join('\n')}</style>`,
		`<defs>${[...rows.entries()].map(([drawn, name]) => `<g id="${name}">${drawn}</g>`).join('\n')}</defs>`,
		`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${background}" stroke="#4a4f5a"/>`,
		`<svg x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - margin}">`,
		...groups,
		'</svg>',
		'</svg>',
		'',
	].join('\n');
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

/** Shows a shot for its part of the whole, and hides it for the rest. */
function appearance(index: number, from: number, to: number, seconds: number): string {
	const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
	const shown = 'visibility:visible';
	const hidden = 'visibility:hidden';
	const frames =
		index === 0
			? `0%{${shown}}${percent(to)},100%{${hidden}}`
			: `0%{${hidden}}${percent(from)}{${shown}}${percent(to)},100%{${to < 0.9999 ? hidden : shown}}`;
	return `@keyframes k${index}{${frames}}#f${index}{${index === 0 ? '' : `${hidden};`}animation:k${index} ${seconds.toFixed(1)}s step-end infinite}`;
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

function drawCaption(key: string | undefined, caption: string, top: number): string {
	const keyWidth = key === undefined ? 0 : [...key].length * cell.width + 20;
	const cap =
		key === undefined
			? ''
			: `<rect x="10" y="${top}" width="${keyWidth}" height="28" rx="5" fill="#2a2e37" stroke="#6b717d"/><text x="20" y="${top + 20}" font-weight="700">${escapeMarkup(key)}</text>`;
	return `${cap}<text x="${key === undefined ? 10 : keyWidth + 22}" y="${top + 20}">${escapeMarkup(caption)}</text>`;
}

function escapeMarkup(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
