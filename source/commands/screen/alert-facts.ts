import {hourMs, type Zone} from '../../business-time.ts';
import type {Configuration} from '../../configuration/configuration.ts';
import type {AlertFacts} from '../../dashboard/alerts/measure-alert.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import {goalStandings} from '../../dashboard/goal-standings.ts';
import {readSalesHistory} from '../../dashboard/read-sales-history.ts';
import {categoryNames} from '../../store/groups/category-names.ts';
import {rejectedSince} from '../../store/importing/import-history.ts';
import type {Store} from '../../store/open-store.ts';

/** Reads what the rules ask about, and nothing else: some milliseconds. */
export function readAlertFacts(
	store: Store,
	zone: Zone,
	{alerts, goals}: Configuration,
	dashboard: Dashboard,
	now: number,
): AlertFacts {
	const asks = (when: string) => alerts.some(({condition}) => condition.when === when);
	return {
		dashboard: {...dashboard, asOf: Math.max(dashboard.asOf, now)},
		goals:
			asks('pace') && goals.length > 0
				? goalStandings(goals, readSalesHistory(store, zone, now), now, zone)
				: [],
		rejectedRows: asks('rejects') ? rejectedSince(store.db)(now - hourMs) : 0,
		categories: asks('share') ? categoryNames(store.db)() : [],
	};
}
