import type {ImportPlan, Part} from '../../ingest/linking/plan-import.ts';
import {looksLikeSales} from '../../ingest/shapes/looks-like-sales.ts';
import {assertComplete} from '../../ingest/understanding/missing-columns.ts';
import type {ImportSourcesOptions} from './import-job.ts';
import {leftOutNotice} from './reporting/import-notices.ts';

/**
 * Tells that nothing of a table is loaded.
 *
 * @throws SourceError where somebody who named the source would miss it
 */
export function leaveOut(part: Part, plan: ImportPlan, {named, isQuiet, tell}: ImportSourcesOptions): void {
	const {source, table} = part;
	if (named.has(source.name) && isMeantToBeLoaded(part, plan)) {
		assertComplete(table);
	}
	if (!isQuiet) {
		tell(leftOutNotice(table, looksLikeSales(source)));
	}
}

function isMeantToBeLoaded({source, table}: Part, plan: ImportPlan): boolean {
	const isBesideOrders = plan.orders.length > 0 && table.columns.order !== undefined;
	return source.survey.tables.length === 1 && !isBesideOrders && looksLikeSales(source);
}
