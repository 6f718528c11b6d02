import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {dataFolder} from './dataset/dataset.ts';

const file = path.join(dataFolder, 'running.pid');

/**
 * Runs the work unless another bench is running: they share the files in data/, and would measure
 * each other.
 *
 * @throws Error that names the other one's process
 */
export async function oneAtATime(work: () => Promise<void>): Promise<void> {
	mkdirSync(dataFolder, {recursive: true});
	if (existsSync(file)) {
		const pid = readFileSync(file, 'utf8');
		if (existsSync(`/proc/${pid}`)) {
			throw new Error(`another bench is running as process ${pid}; two would measure each other`);
		}
	}
	writeFileSync(file, String(process.pid));
	try {
		await work();
	} finally {
		rmSync(file, {force: true});
	}
}
