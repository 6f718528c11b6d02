import {type BroughtSource, bringHere} from '../../../ingest/sources/bring-here.ts';
import type {Source} from '../../../ingest/sources/source-file.ts';
import {unlessFaulty} from '../unless-faulty.ts';

export type BringingFiles = {
	/** @returns those that could be brought */
	readonly bring: (sources: readonly Source[]) => Promise<readonly BroughtSource[]>;
	/** Removes what was only kept for being read. */
	readonly remove: () => Promise<void>;
};

/**
 * Brings sources to where they can be read, till that is over.
 *
 * @param onBrought hears of each
 * @param onProblem hears why one cannot be brought
 */
export function bringFiles(
	onBrought: ((source: BroughtSource) => void) | undefined,
	onProblem: (message: string) => void,
): BringingFiles {
	const brought: BroughtSource[] = [];
	return {
		async bring(sources) {
			const files: BroughtSource[] = [];
			for (const source of sources) {
				const file = await unlessFaulty(() => bringHere(source), onProblem);
				if (file) {
					onBrought?.(file);
					files.push(file);
					brought.push(file);
				}
			}
			return files;
		},
		async remove() {
			for (const file of brought) {
				await file.remove();
			}
		},
	};
}
