import {execFile} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

/**
 * Runs a script of the bench as a process of its own, so that no measurement meets the heap, the
 * caches or the compiled code that another one left.
 *
 * @param script relative to bench/; it calls `answer`
 */
export async function measureApart<Result>(
	script: string,
	question: unknown,
	{hasProfile = false}: {readonly hasProfile?: boolean} = {},
): Promise<Result> {
	const profiles = path.join(here, 'data/profiles');
	mkdirSync(profiles, {recursive: true});
	const name = `${script.replaceAll(/\W+/g, '-')}-${Date.now()}.cpuprofile`;
	const flags = hasProfile ? ['--cpu-prof', '--cpu-prof-dir', profiles, '--cpu-prof-name', name] : [];
	try {
		const {stdout} = await run(
			process.execPath,
			['--no-warnings', ...flags, path.join(here, script), JSON.stringify(question)],
			{env: {...process.env, NODE_ENV: 'production'}},
		);
		return JSON.parse(stdout) as Result;
	} catch (error) {
		const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
		throw new Error(`bench/${script} failed\n${said}`, {cause: error});
	}
}

/** The other end of `measureApart`: reads the question and prints the answer. */
export async function answer<Question, Result>(
	measure: (question: Question) => Promise<Result>,
): Promise<void> {
	const result = await measure(JSON.parse(process.argv[2]!) as Question);
	process.stdout.write(JSON.stringify(result));
}
