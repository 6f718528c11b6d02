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
	createRequire(import.meta.url)('module').enableCompileCache?.();
	// The bundle lies beside the built launcher, not beside this source.
	import('./cli.js');
}
