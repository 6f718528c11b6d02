import {expect} from 'vitest';
import type {Dashboard} from '../../source/dashboard/dashboard.ts';
import {cellWidth} from '../../source/views/fit.ts';
import {frameText} from '../../source/views/frame-text.tsx';
import {Screen, type ScreenProps} from '../../source/views/screen.tsx';
import {createTheme} from '../../source/views/theme/theme.ts';
import {testDashboard, testFormats} from '../helpers/dashboard.ts';

const plain = createTheme({depth: 'none'});

/** A whole screen of the shop of the tests, as text. */
export function frame(columns: number, rows: number, props: Partial<ScreenProps> = {}): string {
	return frameText(
		<Screen
			dashboard={testDashboard()}
			view="overview"
			formats={testFormats}
			theme={plain}
			label="simulated"
			hasFooter
			{...{columns, rows}}
			{...props}
		/>,
	);
}

/** Columns and rows. */
export const sizes = [
	[1, 1],
	[20, 4],
	[35, 5],
	[36, 6],
	[40, 8],
	[40, 11],
	[60, 49],
	[64, 16],
	[80, 23],
	[106, 30],
	[120, 39],
	[140, 44],
	[160, 47],
	[200, 59],
	[250, 69],
] as const;

/** A shop that sells all in one category. */
export const oneCategory = (): Dashboard =>
	testDashboard({categories: testDashboard().categories.slice(0, 1)});

/** That no line is wider than the terminal, and that there are no more of them than it has. */
export function expectWithin(columns: number, rows: number, props: Partial<ScreenProps>): void {
	const lines = frame(columns, rows, props).split('\n');
	expect(lines.length, `${columns}x${rows}`).toBeLessThanOrEqual(rows);
	for (const line of lines) {
		expect(cellWidth(line), `${columns}x${rows}: ${line}`).toBeLessThanOrEqual(columns);
	}
}
