import {joinFitting} from '../fit.ts';
import type {KeyBinding} from '../key-binding.ts';
import {activeBindings} from '../keys.ts';
import type {Theme} from '../theme/theme.ts';

/** Keys for the cursor come before all others while there is one. */
const ranksWithCursor = 100;

/** That the terminal selects no text stands there in every width. */
const rankOfWhatIsOn = 0;

export type FooterKeys = {
	readonly hasProducer: boolean;
	/** Whether the past is played. */
	readonly isPlaying: boolean;
	readonly hasCursor: boolean;
	/** Absent where there is no mouse. */
	readonly isMouseOn?: boolean | undefined;
	/** @default those of the program */
	readonly bindings?: readonly KeyBinding[] | undefined;
};

/** The keys that matter most, as many as fit. */
export function footerLine(
	columns: number,
	{hasProducer, isPlaying, hasCursor, isMouseOn, bindings}: FooterKeys,
	theme: Theme,
): string {
	const pieces = new Map<number, string>();
	const working = activeBindings(hasProducer, bindings).filter(
		({needsPace}) => !needsPace || hasProducer || isPlaying,
	);
	for (const {label, word, footerRank, focusRank, tells} of working) {
		const isOn = tells === 'mouse' ? isMouseOn : undefined;
		const later = footerRank === undefined ? undefined : ranksWithCursor + footerRank;
		const rank = isOn ? rankOfWhatIsOn : hasCursor ? (focusRank ?? later) : footerRank;
		if (rank !== undefined) {
			const together = pieces.get(rank);
			const text = `${theme.accent(label)} ${theme.muted(isOn === undefined ? word : `${word} ${isOn ? 'on' : 'off'}`)}`;
			pieces.set(rank, together === undefined ? text : `${together}  ${text}`);
		}
	}
	const ranked = [...pieces].map(([rank, text]) => ({rank, text}));
	return ` ${joinFitting(ranked, '  ', columns - 2)}`;
}
