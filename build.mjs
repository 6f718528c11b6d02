// Bundles the program into dist/: what cannot be bundled stays a dependency in package.json.
import {rm} from 'node:fs/promises';
import {build} from 'esbuild';

await rm('dist', {recursive: true, force: true});

const shared = {
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node22',
	outdir: 'dist',
	logLevel: 'warning',
	legalComments: 'none',
};

// The launcher must run on any Node, so it stays apart and imports nothing of the rest.
await build({
	...shared,
	entryPoints: ['source/bin.ts'],
	external: ['./cli.js'],
	target: 'es2020',
	banner: {js: '#!/usr/bin/env node'},
});

await build({
	...shared,
	entryPoints: {cli: 'source/cli.tsx'},
	splitting: true,
	minify: true,
	keepNames: true,
	// Ink asks for its developer tools only when told to, and they are no part of the program.
	external: ['better-sqlite3', 'react-devtools-core'],
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	// Bundled CommonJS packages ask for Node's own modules.
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
	},
});
