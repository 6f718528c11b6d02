/*
 * The launcher. It must run on any Node and load nothing native before the version is known, because
 * the database driver crashes on older ones instead of refusing.
 */
// biome-ignore lint/style/useNodejsImportProtocol: old versions, which must be told so, know no node: names.
import {createRequire} from 'module';

const oldestNode = 22;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
	console.error(
		`salesmon needs Node.js ${oldestNode} or newer and this is ${process.version}: install a current one from https://nodejs.org`,
	);
	process.exitCode = 1;
} else {
	// Before React loads: its development build keeps a record of every render and never drops it.
	process.env.NODE_ENV = 'production';
	const require = createRequire(import.meta.url);
	require('node:module').enableCompileCache?.();
	// Frames are many short-lived objects. Without this the space for young ones grows to 64 MB and
	// stays so; with it each collection is small, and a week on the screen takes 50 MB less.
	require('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
	// The bundle lies beside the built launcher, not beside this source.
	import('./cli.js');
}
