import type {Answer} from './answers.ts';
import type {Dialect} from './questions.ts';

/** A database that answers the questions from the raw lines. */
export type Peer = {
	readonly name: string;
	readonly dialect: Dialect;
	/** Prepares a question once, as salesmon does. */
	readonly prepare: (sql: string) => Promise<() => Promise<Answer>>;
	readonly close: () => void;
};
