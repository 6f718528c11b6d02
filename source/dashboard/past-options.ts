import type {Zone} from '../business-time.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import type {Turns} from './turns.ts';
import type {ResolvedWindow} from './window.ts';

/** What whoever reads the past has to know. */
export type PastOptions = {
	readonly window: ResolvedWindow;
	readonly zone: Zone;
	/** Whether the moment is past though it need not be: then stock too is as of then. */
	readonly isAsked: boolean;
	readonly questions: StoreQuestions;
	readonly categoryOf: (productId: number) => number;
	readonly turns: Turns;
};
