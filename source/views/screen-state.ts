import type {Dashboard} from '../dashboard/dashboard.ts';
import {
	initialNavigation,
	leaveAll,
	type Navigation,
	navigate,
	pointAt,
	type Stage,
	type Step,
} from './navigation.ts';
import {type Prompt, type PromptAction, promptReducer} from './prompts/prompt.ts';
import {navigationOf, type SavedView} from './saved-view.ts';
import {spotAt} from './spot-at.ts';
import {type ViewName, viewNames} from './view-names.ts';

/** What the reader chose; nothing of what is sold. */
export type ScreenState = {
	readonly view: ViewName;
	/** The picture that was frozen; absent while it moves. */
	readonly frozen: Dashboard | undefined;
	/** What stands in the place of the panels. */
	readonly overlay: Overlay | undefined;
	/** What the last key did: in words, or how far the analyses are; gone with the next one. */
	readonly told: {readonly kind: 'notice'; readonly text: string} | {readonly kind: 'run'} | undefined;
	/** Whether money and names of customers are not to be read. */
	readonly isMasked: boolean;
	readonly navigation: Navigation;
};

/** Keys, SQL, of which one part of several is shown, or what is being typed. */
export type Overlay =
	| {readonly kind: 'help' | 'sql'; readonly part: number}
	| {readonly kind: 'prompt'; readonly prompt: Prompt};

export type ScreenAction =
	| {readonly type: 'showView'; readonly view: ViewName}
	| {readonly type: 'stepView'; readonly by: 1 | -1}
	/** Freezes that picture, or lets go of the frozen one. */
	| {readonly type: 'toggleFreeze'; readonly dashboard: Dashboard | undefined}
	| {readonly type: 'unfreeze'}
	| {readonly type: 'toggleHelp'}
	| {readonly type: 'toggleSql'}
	| {readonly type: 'toggleMask'}
	| {readonly type: 'mask'}
	/** Goes where the reader was when a view was saved. */
	| {readonly type: 'restore'; readonly saved: SavedView}
	| {readonly type: 'tell'; readonly notice: string}
	/** Takes away what the key before told. */
	| {readonly type: 'hush'}
	| {readonly type: 'tellRun'}
	/** Moves the cursor, or opens and closes what it is on. @param stageOf what is then on the screen */
	| {readonly type: 'navigate'; readonly step: Step; readonly stageOf: (state: ScreenState) => Stage}
	/** A click in that column and line of the frame. */
	| {
			readonly type: 'point';
			readonly column: number;
			readonly line: number;
			readonly stageOf: (state: ScreenState) => Stage;
	  }
	| {readonly type: 'openPrompt'; readonly prompt: Prompt}
	| {readonly type: 'editPrompt'; readonly edit: PromptAction}
	| {readonly type: 'closePrompt'};

export function initialScreenState({view, isMasked}: Pick<ScreenState, 'view' | 'isMasked'>): ScreenState {
	return {
		view,
		isMasked,
		frozen: undefined,
		overlay: undefined,
		told: undefined,
		navigation: initialNavigation,
	};
}

/** What is being typed; absent while keys are keys. */
export function promptOf({overlay}: ScreenState): Prompt | undefined {
	return overlay?.kind === 'prompt' ? overlay.prompt : undefined;
}

/** Which part of the help or the SQL is shown. */
export function partOf({overlay}: ScreenState): number {
	return overlay && overlay.kind !== 'prompt' ? overlay.part : 0;
}

export function screenReducer(state: ScreenState, action: ScreenAction): ScreenState {
	const next = reduce(state, action);
	return action.type === 'tell' || action.type === 'tellRun' || !next.told
		? next
		: {...next, told: undefined};
}

function reduce(state: ScreenState, action: ScreenAction): ScreenState {
	switch (action.type) {
		case 'showView':
			return showView(state, action.view);
		case 'stepView': {
			const index = viewNames.indexOf(state.view) + action.by + viewNames.length;
			return showView(state, viewNames[index % viewNames.length]!);
		}
		case 'toggleFreeze':
			return {...state, frozen: state.frozen ? undefined : action.dashboard};
		case 'unfreeze':
			return state.frozen ? {...state, frozen: undefined} : state;
		case 'toggleHelp':
			return toggle(state, 'help');
		case 'toggleSql':
			return toggle(state, 'sql');
		case 'toggleMask':
			return {...state, isMasked: !state.isMasked};
		case 'mask':
			return state.isMasked ? state : {...state, isMasked: true};
		case 'restore': {
			const {view, isMasked} = action.saved;
			return {
				...state,
				view,
				isMasked,
				navigation: navigationOf(action.saved),
				overlay: undefined,
			};
		}
		case 'hush':
			return state;
		case 'tell':
			return {...state, told: {kind: 'notice', text: action.notice}};
		case 'tellRun':
			return {...state, told: {kind: 'run'}};
		case 'navigate':
			return go(state, action.step, action.stageOf);
		case 'point':
			return point(state, action);
		case 'openPrompt':
			return {...state, overlay: {kind: 'prompt', prompt: action.prompt}};
		case 'editPrompt': {
			const prompt = promptOf(state);
			return prompt
				? {...state, overlay: {kind: 'prompt', prompt: promptReducer(prompt, action.edit)}}
				: state;
		}
		case 'closePrompt':
			return promptOf(state) ? {...state, overlay: undefined} : state;
	}
}

function showView(state: ScreenState, view: ViewName): ScreenState {
	return {...state, view, overlay: undefined, navigation: leaveAll(state.navigation)};
}

function toggle(state: ScreenState, kind: 'help' | 'sql'): ScreenState {
	return {...state, overlay: state.overlay?.kind === kind ? undefined : {kind, part: 0}};
}

const partSteps: Partial<Readonly<Record<Step, number>>> = {
	left: -1,
	up: -1,
	pageUp: -1,
	right: 1,
	down: 1,
	pageDown: 1,
};

/** Whatever is closed first is what lies on top. */
function go(state: ScreenState, step: Step, stageOf: (state: ScreenState) => Stage): ScreenState {
	const {overlay} = state;
	if (overlay && overlay.kind !== 'prompt') {
		const by = partSteps[step];
		return step === 'back'
			? {...state, overlay: undefined}
			: by === undefined
				? state
				: {...state, overlay: {...overlay, part: overlay.part + by}};
	}
	if (step !== 'back') {
		return goTo(state, navigate(state.navigation, step, stageOf(state)));
	}
	const navigation = navigate(state.navigation, step, []);
	return navigation === state.navigation ? state : {...state, navigation};
}

/** Of what lies on top of the panels nothing can be clicked. */
function point(state: ScreenState, {column, line, stageOf}: PointAction): ScreenState {
	if (state.overlay) {
		return state;
	}
	const stage = stageOf(state);
	const spot = spotAt(stage, column, line);
	return spot ? goTo(state, pointAt(state.navigation, spot, stage)) : state;
}

type PointAction = Extract<ScreenAction, {readonly type: 'point'}>;

function goTo(state: ScreenState, navigation: Navigation): ScreenState {
	if (navigation === state.navigation) {
		return state;
	}
	// What a page is called was read off the masked rows.
	const {page} = navigation.here;
	const isNamedMasked = state.isMasked && page !== undefined && page !== state.navigation.here.page;
	return {
		...state,
		navigation: isNamedMasked
			? {...navigation, here: {...navigation.here, page: {...page, isPseudonym: true}}}
			: navigation,
	};
}
