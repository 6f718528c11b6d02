import {accessSync, constants} from 'node:fs';
import {messageOf} from '../../message-of.ts';
import {type AnalysisResult, keepResult} from '../../store/analysis-results.ts';
import {openStore} from '../../store/open-store.ts';
import {type CommonOptions, storeDefaults} from '../command-line/common-options.ts';

/**
 * Keeps results in the database that they were made from. One that may only be read is left alone
 * without a word; what else goes wrong is told and does not fail the command, which has its result.
 */
export function keepIfWritable(common: CommonOptions, results: readonly AnalysisResult[]): void {
	if (results.length === 0 || !isWritable(common.database)) {
		return;
	}
	try {
		const store = openStore(common.database, storeDefaults(common));
		try {
			const keep = keepResult(store);
			for (const result of results) {
				keep(result);
			}
		} finally {
			store.close();
		}
	} catch (error) {
		if (!common.isQuiet) {
			const reason = messageOf(error);
			console.error(`salesmon: the result is not kept: ${reason}`);
		}
	}
}

function isWritable(file: string): boolean {
	try {
		accessSync(file, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
