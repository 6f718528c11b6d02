/*
 * The launcher. It must run on any Node and load nothing native before the version is known, because
 * the database driver crashes on older ones instead of refusing.
 */
// biome-ignore lint/style/useNodejsImportProtocol: old versions, which must be told so, know no node: names.
import {createRequire} from 'module';
import {fixYoungSpace} from './young-space.ts';

const oldestNode = 22;

const youngBytes = 8e6;

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
	console.error(
		`salesmon needs Node.js ${oldestNode} or newer and this is ${process.version}: install a current one from https://nodejs.org`,
	);
	process.exitCode = 1;
} else {
	const require = createRequire(import.meta.url);
	require('node:module').enableCompileCache?.();
	fixYoungSpace(require('node:v8'), youngBytes);
	// The bundle lies beside the built launcher, not beside this source.
	import('./cli.js');
}
