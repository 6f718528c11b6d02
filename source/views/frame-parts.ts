/** Which lines around the panels there is room for, by how many lines the frame has. */
const chrome = {header: 5, footer: 9, tabs: 14} as const;

/** The lines around the panels, and how many are left for these. */
export type FrameParts = {
	readonly hasHeader: boolean;
	readonly hasTabs: boolean;
	readonly hasFooter: boolean;
	/** The line that the panels begin in. */
	readonly top: number;
	readonly height: number;
};

/** @param wants which lines there is something for, and how many other lines stand above the panels */
export function frameParts(
	rows: number,
	wants: {readonly footer: boolean; readonly otherLines: number},
): FrameParts {
	const hasHeader = rows >= chrome.header;
	const hasTabs = rows >= chrome.tabs;
	const hasFooter = wants.footer && rows >= chrome.footer;
	const top = Number(hasHeader) + Number(hasTabs) + wants.otherLines;
	return {hasHeader, hasTabs, hasFooter, top, height: rows - top - Number(hasFooter)};
}

/** Below either, one number is all there is room for. */
export const smallest = {columns: 36, lines: 8};
