import {expect, test} from 'vitest';
import {frameText} from '../../../source/views/frame-text.tsx';
import {VitalsPanel, type VitalsPanelProps} from '../../../source/views/panels/vitals-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testDashboard, testFormats, testNow} from '../../helpers/dashboard.ts';

function draw(props: Partial<VitalsPanelProps>, width = 80, height = 8): string {
	return frameText(
		<VitalsPanel
			{...{width, height}}
			vitals={undefined}
			producer={undefined}
			analyses={testDashboard().analyses}
			asOf={testNow}
			theme={createTheme({depth: 'none'})}
			formats={testFormats}
			{...props}
		/>,
	);
}

const vitals = {
	orders: 132_480,
	lines: 251_003,
	fileBytes: 48_230_400,
	read: {median: 1.234, p95: 4.567},
	draw: {median: 3, p95: 9.99},
	bytesPerSecond: 311.6,
};

test('it says what the program holds, how long it takes and what it sends', () => {
	const frame = draw({vitals}, 140);
	for (const words of [
		'132,480 orders, 251,003 lines',
		'48 MB',
		'1.2 ms, 95 % within 4.6 ms',
		'3.0 ms, 95 % within 10.0 ms',
		'312 bytes / s',
	]) {
		expect(frame).toContain(words);
	}
});

test('a picture that stands still says what of it is known', () => {
	const frame = draw({});
	expect(frame).toMatch(/insights +waiting/);
	expect(frame).not.toContain('bytes / s');
});

test('where it is narrow no figure is cut', () => {
	for (const width of [24, 30, 40, 60]) {
		expect(
			draw({vitals}, width, 10)
				.split('\n')
				.every(line => [...line].length <= width),
		).toBe(true);
		expect(draw({vitals}, width, 16)).toContain('1.2 ms');
	}
});
