import type {StockState} from '../../dashboard/dashboard.ts';
import type {Brush, Theme} from '../theme/theme.ts';

type CountedState = {
	readonly name: Exclude<StockState, 'out'>;
	/** For a legend. */
	readonly words: string;
	readonly paint: (theme: Theme) => Brush;
};

/** In the order in which a stacked bar shows them. */
export const stockStates: readonly CountedState[] = [
	{name: 'low', words: 'under a week', paint: theme => theme.bad},
	{name: 'healthy', words: 'healthy', paint: theme => theme.good},
	{name: 'slow', words: 'over half a year', paint: theme => theme.news},
];

export function stockStateBrush(state: StockState, theme: Theme): Brush {
	return state === 'out' ? theme.bad : stockStates.find(({name}) => name === state)!.paint(theme);
}
