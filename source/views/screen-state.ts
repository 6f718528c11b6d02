import type {Dashboard} from '../dashboard/dashboard.ts';
import {type ViewName, viewNames} from './view-names.ts';

/** What the reader chose; nothing of what is sold. */
export type ScreenState = {
	readonly view: ViewName;
	/** The picture that was frozen; absent while it moves. */
	readonly frozen: Dashboard | undefined;
	readonly isHelpOpen: boolean;
	/** How often everything was drawn anew. */
	readonly redraws: number;
};

export type ScreenAction =
	| {readonly type: 'showView'; readonly view: ViewName}
	| {readonly type: 'stepView'; readonly by: 1 | -1}
	/** Freezes that picture, or lets go of the frozen one. */
	| {readonly type: 'toggleFreeze'; readonly dashboard: Dashboard | undefined}
	| {readonly type: 'unfreeze'}
	| {readonly type: 'toggleHelp'}
	| {readonly type: 'closeHelp'}
	| {readonly type: 'redraw'};

export function initialScreenState(view: ViewName): ScreenState {
	return {view, frozen: undefined, isHelpOpen: false, redraws: 0};
}

export function screenReducer(state: ScreenState, action: ScreenAction): ScreenState {
	switch (action.type) {
		case 'showView':
			return {...state, view: action.view, isHelpOpen: false};
		case 'stepView': {
			const index = viewNames.indexOf(state.view) + action.by + viewNames.length;
			return {...state, view: viewNames[index % viewNames.length]!, isHelpOpen: false};
		}
		case 'toggleFreeze':
			return {...state, frozen: state.frozen ? undefined : action.dashboard};
		case 'unfreeze':
			return state.frozen ? {...state, frozen: undefined} : state;
		case 'toggleHelp':
			return {...state, isHelpOpen: !state.isHelpOpen};
		case 'closeHelp':
			return state.isHelpOpen ? {...state, isHelpOpen: false} : state;
		case 'redraw':
			return {...state, redraws: state.redraws + 1};
	}
}
