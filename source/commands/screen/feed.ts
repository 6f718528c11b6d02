/** Something beside the producer that brings sales into the database while the screen is open. */
export type Feed = {
	/** The same object until something changes. */
	readonly getSnapshot: () => {
		/** What there is to say about it, such as that it has ended. */
		readonly notice: string | undefined;
		readonly state: 'running' | 'ended' | 'failed';
	};
	/** @returns what ends the subscription. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Settles when nothing more comes. */
	readonly end: Promise<void>;
	readonly stop: () => void;
};
