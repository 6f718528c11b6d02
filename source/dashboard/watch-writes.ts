import type {DashboardReader} from './read-dashboard.ts';

/** How often to look for writes: where the system tells nothing, and where it tells. */
const [untoldMs, toldMs] = [40, 200];

/** A write is told before it is committed: it is looked for so often from then on, and for so long. */
const commitEveryMs = 5;
const commitWithinMs = 100;

/**
 * Looks now and then whether anything is new, and at once when something is written.
 *
 * @param look whether there was something new
 * @returns what ends it
 */
export function watchWrites(onWrite: DashboardReader['onWrite'], look: () => boolean): () => void {
	let committing: NodeJS.Timeout | undefined;
	let committedBy = 0;
	const lookForCommit = () => {
		committing = undefined;
		if (!look() && performance.now() < committedBy) {
			committing = setTimeout(lookForCommit, commitEveryMs);
		}
	};
	const endWatch = onWrite(() => {
		committedBy = performance.now() + commitWithinMs;
		committing ??= setTimeout(lookForCommit, commitEveryMs);
	});
	const poll = setInterval(look, endWatch ? toldMs : untoldMs);
	return () => {
		endWatch?.();
		clearTimeout(committing);
		clearInterval(poll);
	};
}
