import {cellWidth, shorten} from '../fit.ts';
import type {Navigation} from '../navigation.ts';
import type {Theme} from '../theme/theme.ts';
import {type ViewName, viewNames, viewTitles} from '../view-names.ts';

/** Where the reader is: the view and the pages that lead to the open one; the first ones go where it is narrow. */
export function crumbsLine(view: ViewName, navigation: Navigation, columns: number, theme: Theme): string {
	const {ellipsis, into} = theme.glyphs;
	const pages = [...navigation.trail, navigation.here].flatMap(({page}) => (page ? [page.title] : []));
	const names = [`${viewNames.indexOf(view) + 1} ${viewTitles[view]}`, ...pages].map(name =>
		shorten(name, longestCrumb, ellipsis),
	);
	const separator = theme.faint(` ${into} `);
	const write = (from: number) => {
		const before = names.slice(from, -1).map(name => theme.muted(name));
		const last = theme.tab(` ${shorten(names.at(-1)!, columns - 8, ellipsis)} `);
		return ` ${[...(from > 0 ? [theme.muted(ellipsis)] : []), ...before, last].join(separator)}`;
	};
	const from = names.findIndex((_, index) => cellWidth(write(index)) <= columns);
	return write(from < 0 ? names.length - 1 : from);
}

const longestCrumb = 40;
