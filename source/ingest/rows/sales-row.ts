import type {ImportedLine, RejectedRow} from '../../imported-line.ts';

/** A row that was read: an order line, or what is wrong about it. */
export type SalesRow = ImportedLine | RejectedRow;

export function isRejected(row: SalesRow): row is RejectedRow {
	return 'reason' in row;
}
