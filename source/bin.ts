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
	const require = createRequire(import.meta.url);
	require('node:module').enableCompileCache?.();
	limitYoungSpace(require('node:v8'));
	// The bundle lies beside the built launcher, not beside this source.
	import('./cli.js');
}

/**
 * Frames are many short-lived objects. Left alone, the space for young ones grows to 64 MB and stays
 * so, although 8 MB serve as well (measured: 50 MB less, at the same processor time). Its limit can
 * only be given on Node's own command line, so it is brought to that size and then kept from growing.
 */
function limitYoungSpace(v8: typeof import('node:v8')): void {
	const youngBytes = 8e6;
	const isSmall = () =>
		v8
			.getHeapSpaceStatistics()
			.some(space => space.space_name === 'new_space' && space.space_size < youngBytes);
	for (let round = 0; round < 20 && isSmall(); round++) {
		// What survives makes it grow.
		Array.from({length: 20_000}, (_, index) => ({index}));
	}
	v8.setFlagsFromString('--semi-space-growth-factor=1');
}
