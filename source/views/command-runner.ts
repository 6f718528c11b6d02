import type {RefObject} from 'react';
import type {Zone} from '../business-time.ts';
import type {Dashboard} from '../dashboard/dashboard.ts';
import type {LiveDashboard} from '../dashboard/live-dashboard.ts';
import {leave, type Scope} from '../dashboard/scope.ts';
import {changeSpeed, play, travel, zoom} from '../dashboard/travel.ts';
import type {AnalysesControl} from './analysis-run.ts';
import type {KeyCommand} from './key-binding.ts';
import type {Mouse} from './mouse.ts';
import type {Stage} from './navigation.ts';
import type {PanelQuestion, Teaching} from './panel-question.ts';
import type {ProducerControl} from './producer-control.ts';
import {openPrompt} from './prompts/prompt.ts';
import {openWindowPrompt} from './prompts/window-choices.ts';
import type {SavedViews} from './saved-view.ts';
import type {ScreenAction, ScreenState} from './screen-state.ts';
import {deadEnds, noSavedViews, nothingPlays, paceEnds, standstillOf} from './words/without-effect.ts';

/** What the commands of keys work on. */
export type CommandContext = {
	readonly live: LiveDashboard;
	readonly producer: ProducerControl | undefined;
	readonly savedViews: SavedViews | undefined;
	readonly mouse: Mouse | undefined;
	readonly analyses: AnalysesControl | undefined;
	readonly teaching: Teaching | undefined;
	readonly zone: Zone;
	/** Keys may come faster than frames: what the ones before have done. */
	readonly latest: RefObject<ScreenState>;
	readonly dispatch: (action: ScreenAction) => void;
	readonly ask: (change: (scope: Scope, standing: Dashboard) => Scope) => void;
	readonly stageNow: (state: ScreenState) => Stage;
	/** What asks for what the panel with the cursor shows. */
	readonly questionNow: (isMasked: boolean) => PanelQuestion | undefined;
	readonly onRedraw: (() => void) | undefined;
	readonly exit: () => void;
};

/** Does what a key stands for; where nothing comes of it, that is said. */
export function commandRunner(context: CommandContext): (command: KeyCommand) => void {
	const {live, producer, savedViews, mouse, analyses, teaching, zone} = context;
	const {latest, dispatch, ask, stageNow, questionNow, onRedraw, exit} = context;
	const tell = (notice: string) => dispatch({type: 'tell', notice});
	/** Asks as well where nothing changes, and says so. */
	const move = (step: Parameters<typeof standstillOf>[0], change: Parameters<typeof ask>[0]) => {
		let words: string | undefined;
		ask((asked, standing) => {
			const next = change(asked, standing);
			words = standstillOf(step, asked, next);
			return next;
		});
		if (words !== undefined) {
			tell(words);
		}
	};
	const changePace = (to: 'faster' | 'slower') => {
		if (!producer) {
			return tell(nothingPlays);
		}
		const before = producer.getSnapshot();
		producer[to]();
		if (producer.getSnapshot() === before) {
			tell(paceEnds[to]);
		}
	};
	const copy = () => {
		const question = questionNow(latest.current.isMasked);
		if (question && teaching) {
			const command = teaching.commandFor(question);
			teaching.copy(command);
			tell(`copied: ${command}`);
		}
	};
	return command => {
		// Some keys change nothing here, and what they did must be seen.
		dispatch({type: 'hush'});
		switch (command.type) {
			case 'screen':
				return dispatch(command.action);
			case 'navigate': {
				const before = latest.current;
				dispatch({type: 'navigate', step: command.step, stageOf: stageNow});
				const words = deadEnds[command.step];
				if (command.step === 'back' && latest.current === before) {
					// Nothing was open: what is left is the way back to now.
					ask(leave);
				} else if (words !== undefined && latest.current.navigation === before.navigation) {
					tell(words);
				}
				return;
			}
			case 'copy':
				return copy();
			case 'freeze':
				return live.getSnapshot().scope.speed === undefined
					? dispatch({type: 'toggleFreeze', dashboard: live.getSnapshot().dashboard})
					: ask(asked => ({...asked, speed: undefined}));
			case 'prompt':
				if (!savedViews && (command.kind === 'save' || command.kind === 'view')) {
					return tell(noSavedViews);
				}
				if (command.kind === 'scenario' && producer?.scenarios.length === 0) {
					return tell('what is replayed has happened: only a simulated shop has scenarios');
				}
				return dispatch({
					type: 'openPrompt',
					prompt:
						command.kind === 'window' ? openWindowPrompt(live.getSnapshot().scope) : openPrompt(command.kind),
				});
			case 'zoom':
				return move(command.direction, (asked, standing) => zoom(asked, command.direction, standing));
			case 'travel':
				return move(command.step, (asked, standing) => travel(asked, command.step, standing, zone));
			case 'play':
				return ask(play);
			case 'pace':
				return live.getSnapshot().scope.speed === undefined
					? changePace(command.to)
					: ask(asked => changeSpeed(asked, command.to));
			case 'toggleProducer':
				return producer?.toggle();
			case 'mouse':
				return mouse?.toggle();
			case 'analyse':
				analyses?.runNow();
				return dispatch({type: 'tellRun'});
			case 'redraw':
				return onRedraw?.();
			case 'quit':
				return exit();
		}
	};
}
