import {cell} from './drawn-glyph.ts';
import {darkPaper, type Frame} from './recorded-terminal.ts';
import {escapeMarkup, svgOfScreens} from './svg-of-screens.ts';

/** A frame, for how long it stands, and what is said below it. */
export type Shot = {
	readonly frame: Frame;
	readonly seconds: number;
	/** What was pressed for it; absent where it came by itself. */
	readonly key: string | undefined;
	readonly caption: string;
};

/**
 * The shots one after the other, over and over: a page that shows the file as an image plays it. Who wants
 * no motion sees the first shot.
 */
export function animatedSvg(shots: readonly Shot[], title: string): string {
	const {frame: first} = shots[0]!;
	const svg = svgOfScreens({
		title,
		size: {columns: first[0]!.length, rows: first.length},
		paper: darkPaper,
		captionHeight: 44,
	});
	const total = shots.reduce((sum, shot) => sum + shot.seconds, 0);
	const groups: string[] = [];
	const animations: string[] = [];
	let begin = 0;
	for (const [index, {frame, seconds, key, caption}] of shots.entries()) {
		groups.push(`<g id="f${index}">${svg.draw(frame)}${drawCaption(key, caption, svg.captionTop)}</g>`);
		animations.push(appearance(index, begin / total, (begin + seconds) / total, total));
		begin += seconds;
	}
	return svg.write(groups, [
		...animations,
		'@media (prefers-reduced-motion:reduce){g{animation:none!important}}',
	]);
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

function drawCaption(key: string | undefined, caption: string, top: number): string {
	const keyWidth = key === undefined ? 0 : [...key].length * cell.width + 20;
	const cap =
		key === undefined
			? ''
			: `<rect x="10" y="${top}" width="${keyWidth}" height="28" rx="5" fill="#2a2e37" stroke="#6b717d"/><text x="20" y="${top + 20}" font-weight="700">${escapeMarkup(key)}</text>`;
	return `${cap}<text x="${key === undefined ? 10 : keyWidth + 22}" y="${top + 20}">${escapeMarkup(caption)}</text>`;
}
