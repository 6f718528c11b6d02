import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import type {ModelLibraries} from '../analytics/forecast/forecast-request.ts';
import type {MstlLibrary} from '../analytics/forecast/mstl-model.ts';
import type {ProphetLibrary} from '../analytics/forecast/prophet-model.ts';

/** Loads the models that are WebAssembly, each once and when first asked for. */
export function modelLibraries() {
	let mstl: Promise<MstlLibrary> | undefined;
	let prophet: Promise<ProphetLibrary> | undefined;
	return {
		async load(names: readonly (keyof ModelLibraries)[]): Promise<ModelLibraries> {
			if (names.includes('mstl')) {
				mstl ??= loadMstl();
			}
			if (names.includes('prophet')) {
				prophet ??= loadProphet();
			}
			const [mstlLibrary, prophetLibrary] = await Promise.all([mstl, prophet]);
			return {...(mstlLibrary && {mstl: mstlLibrary}), ...(prophetLibrary && {prophet: prophetLibrary})};
		},
	};
}

async function loadMstl(): Promise<MstlLibrary> {
	const {initSync, MSTL} = await import('@bsull/augurs/mstl');
	initSync({module: wasm('mstl')});
	return {MSTL};
}

async function loadProphet(): Promise<ProphetLibrary> {
	const [{initSync, Prophet}, {optimizer}] = await Promise.all([
		import('@bsull/augurs/prophet'),
		import('@bsull/augurs-prophet-wasmstan'),
	]);
	initSync({module: wasm('prophet')});
	return {
		// No samples: they are random, and bands are calibrated on back-test.
		newProphet: () => new Prophet({optimizer, uncertaintySamples: 0}),
	};
}

/** In the bundle the file lies beside this one; in the source tree, in its package. */
function wasm(name: keyof ModelLibraries): Buffer {
	const beside = import.meta.url.endsWith('.ts')
		? pathToFileURL(createRequire(import.meta.url).resolve(`@bsull/augurs/${name}`))
		: import.meta.url;
	return readFileSync(new URL(`${name}_bg.wasm`, beside));
}
