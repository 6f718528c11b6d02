import {SourceError} from '../../ingest/source-error.ts';

/**
 * Does what concerns one source: where that is at fault, the others can be loaded still.
 *
 * @param onFault hears what is wrong with it
 * @returns nothing where it is at fault
 */
export async function unlessFaulty<Result>(
	work: () => Promise<Result>,
	onFault: (problem: string) => void,
): Promise<Result | undefined> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof SourceError)) {
			throw error;
		}
		onFault(error.message);
		return undefined;
	}
}
