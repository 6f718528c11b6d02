import {expect} from 'vitest';
import {readSource} from '../read-source.ts';

/** An export as its lines, with what is to be read in it. */
export type Export = readonly [revenue: number, rejected: number, rows: readonly string[]];

export async function expectRevenue([revenue, rejectedRows, rows]: Export): Promise<void> {
	const {lines, rejected} = await readSource(`${rows.join('\n')}\n`);
	expect(lines.reduce((sum, {amount}) => sum + amount, 0)).toBe(revenue);
	expect(rejected).toHaveLength(rejectedRows);
	for (const {amount, quantity, unitPrice, discount} of lines) {
		expect(quantity * unitPrice - discount).toBe(amount);
	}
}
