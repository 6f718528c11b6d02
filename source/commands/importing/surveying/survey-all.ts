import type {SurveyedSource} from '../../../ingest/linking/plan-import.ts';
import {EmptySourceError} from '../../../ingest/source-error.ts';
import {bringHere} from '../../../ingest/sources/bring-here.ts';
import {withoutPassword} from '../../../ingest/sources/download.ts';
import type {Source} from '../../../ingest/sources/source-file.ts';
import type {ImportJob} from '../import-job.ts';
import {isLarge} from '../import-source.ts';
import {surveyTogether} from './survey-together.ts';
import {surveyed} from './surveyed-source.ts';

/** Brings the sources here and looks at the beginning of each, then again beside the others. */
export async function surveyAll(
	given: readonly Source[],
	{target, options: {asked, tables, run, named, isQuiet, tell}, reader, attempt}: ImportJob,
): Promise<readonly SurveyedSource[]> {
	const alone: SurveyedSource[] = [];
	for (const source of given) {
		await attempt(withoutPassword(source.name), async () => {
			const file = await bringHere(source);
			run.brought.push(file);
			if (await isLarge(file)) {
				reader.prepare();
			}
			try {
				alone.push(...(await surveyed(file, asked, tables)));
			} catch (error) {
				if (!(error instanceof EmptySourceError) || named.has(source.name)) {
					throw error;
				}
				if (!isQuiet) {
					tell(`${error.message}: it is left out`);
				}
			}
		});
	}
	const together: SurveyedSource[] = [];
	for (const source of alone) {
		await attempt(source.name, async () => {
			together.push(await surveyTogether(source, alone, target.before()));
		});
	}
	return together;
}
