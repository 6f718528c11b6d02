/** Work in pieces; after each it gives the share of its own work that is done, 0 to 1. */
export type Step = () => Iterable<number>;

/** How long to work before keys and frames get their turn, in milliseconds. */
const sliceMs = 8;

/**
 * Works through steps, giving way whenever a slice of time is over.
 *
 * @param giveWay hears the share done, 0 to 1; the work ends early where it says `false`
 * @returns whether all of it was done
 */
export async function runInSlices(
	steps: readonly Step[],
	giveWay: (share: number) => Promise<boolean>,
): Promise<boolean> {
	let sliceEnd = performance.now() + sliceMs;
	for (const [index, step] of steps.entries()) {
		for (const share of step()) {
			if (performance.now() > sliceEnd) {
				if (!(await giveWay((index + share) / steps.length))) {
					return false;
				}
				sliceEnd = performance.now() + sliceMs;
			}
		}
	}
	return true;
}
