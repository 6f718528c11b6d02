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
	// No lock file: one that is written on one system lacks DuckDB's binaries for the others, and npm ci
	// then refuses it. The version in package.json is exact.
	execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
		cwd: here,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
}
