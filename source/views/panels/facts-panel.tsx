import {cellWidth, firstFitting, padEnd, shorten} from '../fit.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {Panel} from '../panel.tsx';
import type {Brush} from '../theme/theme.ts';

/** Something known, in a word and its value. */
export type Fact = {
	readonly name: string;
	/** From the longest to the shortest way to write it; a name may be cut, a figure never. */
	readonly value: string | readonly string[];
	readonly isName?: boolean;
	readonly paint?: Brush;
};

export type FactsPanelProps = Frame & {
	readonly title: string;
	readonly measure?: string | undefined;
	/** The most important first. */
	readonly facts: readonly Fact[];
};

const gap = 3;
const shortestName = 10;

/** What is known about one thing, in as few columns as the height allows and as many as the width does. */
export function FactsPanel(props: FactsPanelProps) {
	const {title, measure, facts, width, height, theme, isFocused} = props;
	const room = innerWidth(width);
	const lines = Math.max(1, innerHeight(height));
	const counts = Array.from({length: facts.length}, (_, index) => index + 1);
	const fitting = counts.filter(count => leastWidth(columnsOf(facts, count)) <= room);
	const count =
		fitting.find(candidate => Math.ceil(facts.length / candidate) <= lines) ?? fitting.at(-1) ?? 1;
	const columns = columnsOf(facts, count);
	const spare = Math.max(0, Math.floor((room - leastWidth(columns)) / count));
	const drawn = columns.map(column => {
		const columnWidth = Math.min(room, leastOf(column) + spare);
		return factLines(column, columnWidth, theme.muted, theme.glyphs.ellipsis).map(text =>
			padEnd(text, columnWidth),
		);
	});
	const rows = (drawn[0] ?? []).map((_, row) =>
		drawn
			.map(column => column[row] ?? '')
			.join(' '.repeat(gap))
			.trimEnd(),
	);
	return <Panel {...{title, measure, width, height, theme, isFocused, rows}} />;
}

function columnsOf(facts: readonly Fact[], count: number): readonly (readonly Fact[])[] {
	const high = Math.ceil(facts.length / count);
	return Array.from({length: Math.ceil(facts.length / high)}, (_, index) =>
		facts.slice(index * high, (index + 1) * high),
	);
}

const leastWidth = (columns: readonly (readonly Fact[])[]) =>
	columns.reduce((sum, column) => sum + leastOf(column) + gap, -gap);

/** With figures in their shortest form and names cut. */
function leastOf(facts: readonly Fact[]): number {
	const values = facts.map(({value, isName}) => {
		const widths = waysOf(value).map(cellWidth);
		return isName ? Math.min(shortestName, widths[0]!) : Math.min(...widths);
	});
	return nameWidth(facts) + 2 + Math.max(0, ...values);
}

const nameWidth = (facts: readonly Fact[]) => Math.max(0, ...facts.map(fact => cellWidth(fact.name)));

const waysOf = (value: Fact['value']) => (typeof value === 'string' ? [value] : value);

function factLines(facts: readonly Fact[], width: number, muted: Brush, ellipsis: string): string[] {
	const longest = nameWidth(facts);
	const room = width - longest - 2;
	return facts.map(({name, value, isName = false, paint = text => text}) => {
		const ways = waysOf(value);
		const text = isName ? shorten(ways[0]!, room, ellipsis) : firstFitting(ways, room);
		return room < 1 ? '' : `${muted(padEnd(name, longest))}  ${paint(text)}`;
	});
}
