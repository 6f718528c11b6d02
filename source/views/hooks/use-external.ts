import {useSyncExternalStore} from 'react';

/** What lives outside of React and tells when it changes. */
type External<Snapshot> = {
	readonly getSnapshot: () => Snapshot;
	readonly subscribe: (listener: () => void) => () => void;
};

/** The state of something that may not be there; drawn anew whenever it changes. */
export function useExternal<Snapshot>(external: External<Snapshot> | undefined): Snapshot | undefined {
	return useSyncExternalStore<Snapshot | undefined>(
		external?.subscribe ?? neverChanges,
		external?.getSnapshot ?? nothing,
	);
}

const neverChanges = () => () => {};
const nothing = () => undefined;
