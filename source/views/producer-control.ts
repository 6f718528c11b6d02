/** What the screen shows of the producer and how its keys steer it. */
export type ProducerControl = {
	readonly getSnapshot: () => ProducerState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly toggle: () => void;
	readonly faster: () => void;
	readonly slower: () => void;
	/** What can be made to happen in the shop. */
	readonly scenarios: readonly ScenarioChoice[];
};

export type ScenarioChoice = {
	readonly title: string;
	/** What happens, in a line. */
	readonly about: string;
	readonly play: () => void;
};

export type ProducerState = {
	readonly isRunning: boolean;
	/** From one sale to the next; absent where sales have a rhythm of their own. */
	readonly intervalMs?: number;
	/** What is played again; absent where sales are made up. */
	readonly replay?: ReplayState;
	/** Why sales cannot be recorded just now. */
	readonly problem?: string | undefined;
	/** What is made to happen just now. */
	readonly scene?: Scene | undefined;
};

export type ReplayState = {
	/** How many times as fast as it was. */
	readonly speed: number;
	/** How far it has come in its own time, in UTC milliseconds. */
	readonly at: number;
	readonly isOver: boolean;
};

/** Something that a presenter makes happen in the shop. */
export type Scene = {
	readonly title: string;
	/** What it is about, such as `Toys at 40 % off`. */
	readonly words: string;
	/** UTC milliseconds. */
	readonly until: number;
};
