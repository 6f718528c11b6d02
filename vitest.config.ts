import {devNull} from 'node:os';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		// Whatever whoever runs the tests has configured.
		env: {SALESMON_CONFIG: devNull},
		// A native addon in a worker thread has crashed the runner; processes hold.
		pool: 'forks',
		// Otherwise one processor is left idle, which of two is half.
		maxWorkers: '100%',
		include: ['test/**/*.test.{ts,tsx}'],
		// Those that run the program in a terminal wait for it, however slow the machine is.
		testTimeout: 60_000,
	},
});
