import {useCallback, useEffect, useReducer, useRef} from 'react';
import {navigationOf, type SavedView} from '../saved-view.ts';
import {initialScreenState, type ScreenAction, type ScreenState, screenReducer} from '../screen-state.ts';

type Start = Pick<ScreenState, 'view' | 'isMasked'> & {
	/** What the screen begins with. */
	readonly saved: SavedView | undefined;
};

/**
 * What the reader chose: `state` as it is drawn, and the `latest` one, for keys may come faster than frames and
 * each finds what the ones before have done. Masks also when that is asked for later.
 */
export function useScreenState({saved, ...start}: Start) {
	const [state, dispatchLater] = useReducer(screenReducer, start, () => {
		const initial = initialScreenState(start);
		return saved ? {...initial, navigation: navigationOf(saved)} : initial;
	});
	const latest = useRef(state);
	latest.current = state;
	const dispatch = useCallback((action: ScreenAction) => {
		latest.current = screenReducer(latest.current, action);
		dispatchLater(action);
	}, []);
	const {isMasked} = start;
	useEffect(() => {
		if (isMasked) {
			dispatch({type: 'mask'});
		}
	}, [isMasked, dispatch]);
	return {state, latest, dispatch};
}
