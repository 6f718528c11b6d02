/** Those who want to hear that something has changed. */
export type Listeners = {
	/** @returns what ends the subscription */
	readonly subscribe: (listener: () => void) => () => void;
	readonly tell: () => void;
	/** Lets all go. */
	readonly clear: () => void;
};

/** Nobody at first. Whoever leaves or comes while the others are told disturbs none of them. */
export function createListeners(): Listeners {
	const listeners = new Set<() => void>();
	return {
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		tell() {
			for (const listener of [...listeners]) {
				listener();
			}
		},
		clear: () => listeners.clear(),
	};
}
