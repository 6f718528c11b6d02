import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Installs what salesmon is compared with, the first time. The project itself never needs it. */
export function installPeers(): void {
	if (existsSync(path.join(here, 'node_modules/@duckdb/node-api'))) {
		return;
	}
	console.error('installing the peers in bench/node_modules…');
	execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {cwd: here, stdio: ['ignore', 'ignore', 'inherit']});
}
