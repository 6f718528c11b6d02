import Papa from 'papaparse';
import {customerToJson, type ShownClv} from './clv-json.ts';

/** A row a customer, in columns that `--input` reads back. */
export function clvToCsv({subject, value, places}: ShownClv): string {
	return Papa.unparse(
		places.map(place => {
			const {rfm, ...customer} = customerToJson(subject, value, place);
			return {
				...customer,
				recencyScore: rfm.recency,
				frequencyScore: rfm.frequency,
				monetaryScore: rfm.monetary,
			};
		}),
		{newline: '\n'},
	);
}
