/** What the screen shows of the producer and how its keys steer it. */
export type ProducerControl = {
	readonly getSnapshot: () => ProducerState;
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly toggle: () => void;
	readonly faster: () => void;
	readonly slower: () => void;
};

export type ProducerState = {
	readonly isRunning: boolean;
	readonly intervalMs: number;
	/** Why sales cannot be recorded just now. */
	readonly problem?: string | undefined;
};
