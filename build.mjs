// Bundles the program into dist/: what cannot be bundled stays a dependency in package.json.
import {execFileSync} from 'node:child_process';
import {cp, readFile, rm, writeFile} from 'node:fs/promises';
import {build} from 'esbuild';

/**
 * Ink's layout carries its WebAssembly in its text and yet asks `fetch` for it, for which Node loads an HTTP client: 10 MB
 * and some 20 ms in which there is no screen. Without `fetch` it decodes the text.
 */
const layoutWithoutFetch = {
	name: 'layout without fetch',
	setup({onLoad}) {
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const text = await readFile(path, 'utf8');
			if (!text.includes('typeof fetch')) {
				throw new Error(`${path} asks for fetch in another way than it did: see what it loads`);
			}
			return {contents: text.replaceAll('typeof fetch', '"none"')};
		});
	},
};

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
	// The thread that fits heavy models is a program of its own, beside the one that starts it.
	entryPoints: {
		cli: 'source/cli.tsx',
		'forecast-worker': 'source/worker/forecast-worker.ts',
		// And so is the thread that reads what is imported.
		'reading-worker': 'source/worker/reading-worker.ts',
	},
	splitting: true,
	// Names stay, for whoever reads a stack; keeping them by `keepNames` costs a call for each closure.
	minifyWhitespace: true,
	minifySyntax: true,
	// Ink asks for its developer tools only when told to, and they are no part of the program.
	plugins: [layoutWithoutFetch],
	external: ['better-sqlite3', 'react-devtools-core'],
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	// Bundled CommonJS packages ask for Node's own modules.
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
	},
	// What the Prophet model knows of a system comes from memory: Node's own variant starts one more thread.
	alias: {
		...Object.fromEntries(
			['cli', 'clocks', 'filesystem', 'io', 'random'].map(part => [
				`@bytecodealliance/preview2-shim/${part}`,
				`./node_modules/@bytecodealliance/preview2-shim/lib/browser/${part}.js`,
			]),
		),
		// Its other variant asks for its parts in a way that no bundler follows.
		'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js',
	},
});

// WebAssembly is read from beside the bundle, and only when a model that needs it is asked for.
for (const file of [
	'augurs/mstl_bg.wasm',
	'augurs/prophet_bg.wasm',
	'augurs-prophet-wasmstan/prophet-wasmstan.core.wasm',
	'augurs-prophet-wasmstan/prophet-wasmstan.core2.wasm',
]) {
	await cp(`node_modules/@bsull/${file}`, `dist/${file.split('/').at(-1)}`);
}

await writeFile('dist/salesmon.1', execFileSync(process.execPath, ['dist/bin.js', 'help', '--man']));
