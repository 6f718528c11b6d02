import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect} from 'vitest';
import {clv} from '../../source/commands/clv.ts';
import {runCommand} from '../helpers/run-command.ts';
import {testFolder} from '../helpers/store.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/cdnow/${name}`, import.meta.url));

/** The customers of CDNOW, without and with what they spent. */
export const summary = fixture('cdnow_customers_summary.csv');
export const withSpend = fixture('cdnow_customers_summary_with_transactions.csv');

export const run = (...argv: string[]) => runCommand(clv, argv);

/** What the command prints as JSON, as it must. */
export async function json(...argv: string[]) {
	const {output, exitCode} = await run('--format', 'json', ...argv);
	expect(exitCode).toBe(0);
	return JSON.parse(output);
}

export function file(name: string, text: string): string {
	const where = path.join(testFolder(), name);
	writeFileSync(where, text);
	return where;
}
