import type {Zone} from '../../business-time.ts';
import {type Analyses, type Found, readAnalyses} from '../../dashboard/analyses.ts';
import {keptResults} from '../../store/analysis-results.ts';
import type {Store} from '../../store/open-store.ts';
import {analyses} from './analyses.ts';
import {type Analysis, zonedInputs} from './analysis.ts';

/** What is kept of the analyses that a screen shows, made by their own flags and not by a user's others. */
export const keptAnalyses = (store: Store, zone: Zone) => {
	const kept = keptResults(store.db);
	const latest = ({what, subject, inputs}: Analysis, asOf: number): Found | undefined =>
		kept.latest(what, subject, asOf, zonedInputs(inputs, zone, store));

	return {
		latest,
		/** As a screen would have shown them at a moment. */
		at: (asOf: number): Analyses =>
			readAnalyses((what, subject) => {
				const analysis = analyses.find(other => other.what === what && other.subject === subject);
				return {found: analysis && latest(analysis, asOf)};
			}),
	};
};
