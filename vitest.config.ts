import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		// A native addon in a worker thread has crashed the runner; processes hold.
		pool: 'forks',
		include: ['test/**/*.test.{ts,tsx}'],
		// Those that run the program in a terminal wait for it, however slow the machine is.
		testTimeout: 60_000,
	},
});
