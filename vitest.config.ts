import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		// A native addon in a worker thread has crashed the runner; processes hold.
		pool: 'forks',
		include: ['test/**/*.test.{ts,tsx}'],
	},
});
