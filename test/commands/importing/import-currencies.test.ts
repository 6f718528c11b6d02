import {expect, test} from 'vitest';
import {importFolder} from '../import-folder.ts';

test('a new database is in the currency that any of its sources names, also after one that names none', async () => {
	const files = {
		'a-products.csv': 'sku,name,price\nT-1,Tote,20.00\n',
		'b-orders.csv': 'Order,Date,SKU,Quantity,Price\n1,2026-03-01,T-1,1,20.00\n',
		'c-orders.csv': 'Order,Date,SKU,Quantity,Price,Currency\n2,2026-03-02,T-1,2,20.00,BDT\n',
	};
	const {run, folder} = importFolder(files, []);
	const {code, json} = await run(folder);
	expect(code).toBe(0);
	expect(json.map(({loaded}) => loaded)).toEqual([1, 1, 1]);
});
