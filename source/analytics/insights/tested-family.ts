import type {Finding, InsightKind} from './finding.ts';

/** Many tests of one kind, told together. */
export type TestedFamily = {
	readonly kind: InsightKind;
	/** p-values. */
	readonly tests: readonly number[];
	/** One finding of those that were found; never asked with none. */
	readonly tell: (found: readonly FoundTest[]) => Finding | undefined;
};

export type FoundTest = {readonly index: number; readonly p: number};
