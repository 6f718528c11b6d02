import {memo} from 'react';
import type {Analyses, TierMove, ValueTier} from '../../dashboard/dashboard.ts';
import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {analysisNote, waitingWords} from '../words/forecast-words.ts';
import {sentenceRows} from '../words/sentences.ts';

export type TierMovesPanelProps = Frame & {
	readonly value: Analyses['lifetimeValue'];
	/** How long ago it was made, in words. */
	readonly age: string | undefined;
};

/** From which tier to which customers went in a month: tiers then down, tiers now across. */
export const TierMovesPanel = memo(function TierMovesPanel(props: TierMovesPanelProps) {
	const {value, age, width, height, theme, formats, isFocused} = props;
	const room = innerWidth(width);
	const frame = {width, height, theme, isFocused, title: 'Moves between tiers'};
	if (value.status !== 'found' || value.result.moves.length === 0) {
		const words = waitingWords(value, 'Nobody was a customer a month ago.');
		return <Panel {...frame} rows={sentenceRows(words, frame)} />;
	}
	const {moves, tiers} = value.result;
	const order = tiers.map(({tier}) => tier);
	const rows: readonly (ValueTier | undefined)[] = [...order, undefined];
	const customers = (from: ValueTier | undefined, to: ValueTier) =>
		moves.find(move => move.from === from && move.to === to)?.customers ?? 0;
	const direction = (from: ValueTier | undefined, to: ValueTier) =>
		from === undefined ? 0 : order.indexOf(from) - order.indexOf(to);
	const columns: readonly Column<ValueTier | undefined>[] = [
		{
			kind: 'number',
			align: 'left',
			title: 'a month ago',
			rank: 0,
			text: from => from ?? 'no customer',
			paint: (from, text) => (from ? theme.tiers[from](text) : theme.muted(text)),
		},
		...order.map(
			(to): Column<ValueTier | undefined> => ({
				kind: 'number',
				title: `to ${to}`,
				rank: 0,
				text: from => formats.count(customers(from, to)),
				short: from => formats.shortCount(customers(from, to)),
				paint: (from, text) => {
					const steps = direction(from, to);
					return steps === 0 ? text : steps > 0 ? theme.good(text) : theme.bad(text);
				},
			}),
		),
	];
	return (
		<Panel
			{...frame}
			measure={balance(moves, direction, formats.count)}
			note={theme.muted(analysisNote(value, age))}
			rows={tableLines({rows, columns, width: room, height: innerHeight(height), theme})}
		/>
	);
});

/** `1,590 rose, 2,817 fell`: what colours say, in words. */
function balance(
	moves: readonly TierMove[],
	direction: (from: ValueTier | undefined, to: ValueTier) => number,
	count: (customers: number) => string,
): string {
	const sum = (sign: number) =>
		moves.reduce(
			(total, {from, to, customers}) => total + (Math.sign(direction(from, to)) === sign ? customers : 0),
			0,
		);
	return `${count(sum(1))} rose, ${count(sum(-1))} fell`;
}
