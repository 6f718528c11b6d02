import {expect, test} from 'vitest';
import {numberReader} from '../../../source/ingest/values/number-reader.ts';
import {sampleNumbers} from '../../../source/ingest/values/number-sample.ts';
import {decideNumberStyle} from '../../../source/ingest/values/number-style.ts';
import fc from '../../helpers/property.ts';

/** What each cell of a column is read as. */
function column(cells: readonly string[], ...others: readonly (readonly string[])[]) {
	const style = decideNumberStyle(sampleNumbers(cells), others.map(sampleNumbers));
	return {style, values: cells.map(numberReader(style).plain)};
}

test.each([
	['2.55', '2.55'],
	['1,234.50', '1234.50'],
	['1,234,567.8', '1234567.8'],
	['1,23,456.78', '123456.78'],
	['£1,234.50', '1234.50'],
	['$ 5', '5'],
	['-$5.00', '-5.00'],
	['$-5.00', '-5.00'],
	['USD 5.10', '5.10'],
	['5.10 eur', '5.10'],
	['US$12.00', '12.00'],
	['Rs. 1,200.50', '1200.50'],
	['₹99.5', '99.5'],
	['(12.00)', '-12.00'],
	['($12.00)', '-12.00'],
	['12.00-', '-12.00'],
	['−3.5', '-3.5'],
	['15 %', '0.15'],
	['7.5%', '0.075'],
	['150%', '1.50'],
	['1 234.50', '1234.50'],
	['1\u00A0234.50', '1234.50'],
	['1\u202F234\u202F567', '1234567'],
	["1'234.50", '1234.50'],
	['1.2E+05', '120000'],
	['1.5e3', '1500'],
	['2.5e-2', '0.025'],
	['.5', '.5'],
	['+7', '7'],
	['CHF 12.-', '12.00'],
	['999/-', '999'],
	['Rs.1,999/-', '1999'],
	['$ 4.00 USD', '4.00'],
	['£12.50 GBP', '12.50'],
	['EUR12.50', '12.50'],
	["1'234.50", '1234.50'],
	['4.00-', '-4.00'],
	['$ (1,234.00)', '-1234.00'],
	['$ -', '0'],
	['$   7.10', '7.10'],
	['１，２３４．５０', '1234.50'],
	['١٬٢٣٤٫٥٠', '1234.50'],
	['₹१२.५०', '12.50'],
	['0.750 kg', '0.750'],
	['€ 4.00/kg', '4.00'],
	['5 pcs', '5'],
	['2x', '2'],
	['3 Stk.', '3'],
])('%s is %s', (text, value) => {
	expect(column([text, '0.55']).values[0]).toBe(value);
});

test.each([
	['1.234,50', '1234.50'],
	['1.234.567,8', '1234567.8'],
	['1 234,50 €', '1234.50'],
	['R$ 1.234,56', '1234.56'],
	['12,5', '12.5'],
	['-0,99', '-0.99'],
	['12,50 zł', '12.50'],
	['12,–', '12.00'],
	['kr 199,-', '199.00'],
	['5,00- €', '-5.00'],
])('%s with a decimal comma is %s', (text, value) => {
	expect(column([text, '0,55']).values[0]).toBe(value);
});

test.each([
	'two',
	'',
	'1-2',
	'--5',
	'1,23,4.5',
	'12 34',
	'1.2.3',
	'1,2,3',
	'ABC 5',
	'5 parcels',
	'250 g',
	'1st',
	'2 M',
	'(5',
	'(-5)',
	'2010-12-01',
	'1e',
])('%j is no number', text => {
	expect(column([text, '0.55']).values[0]).toBeUndefined();
});

test('a point before three digits groups them where the column has a decimal comma', () => {
	expect(column(['1.234', '12,50'])).toMatchObject({
		style: {mark: ',', by: 'column'},
		values: ['1234', '12.50'],
	});
});

test('a point before three digits is a decimal point where the column has others', () => {
	expect(column(['1.234', '12.50']).values).toEqual(['1.234', '12.50']);
});

test('a column that cannot tell goes by the other columns of the file', () => {
	expect(column(['1.000', '2.000'], ['12,50'])).toMatchObject({
		style: {mark: ',', by: 'others'},
		values: ['1000', '2000'],
	});
});

test('a column that nothing decides is read in English, and that is a guess', () => {
	expect(column(['1.000', '1,000'])).toMatchObject({style: {by: 'guess'}, values: ['1.000', '1000']});
});

test('where both marks occur what can be read in two ways is not read', () => {
	expect(column(['1.234', '12,50', '7.5'])).toMatchObject({
		style: {isMixed: true},
		values: [undefined, '12.50', '7.5'],
	});
});

test('amounts written in any of these ways come back exactly', () => {
	const writings = [
		{mark: '.', locale: 'en-US'},
		{mark: ',', locale: 'de-DE'},
		{mark: '.', locale: 'en-IN'},
		{mark: ',', locale: 'fr-FR'},
		{mark: '.', locale: 'de-CH'},
		{mark: ',', locale: 'pt-BR'},
	];
	fc.assert(
		fc.property(
			fc.constantFrom(...writings),
			fc.array(fc.integer({min: -999_999_999, max: 999_999_999}), {minLength: 1, maxLength: 20}),
			fc.constantFrom('decimal', 'currency'),
			({locale}, cents, style) => {
				const format = new Intl.NumberFormat(locale, {
					style,
					currency: 'EUR',
					minimumFractionDigits: 2,
					maximumFractionDigits: 2,
				});
				const {values} = column(cents.map(count => format.format(count / 100)));
				expect(values.map(value => Math.round(Number(value) * 100) + 0)).toEqual(
					cents.map(count => count + 0),
				);
			},
		),
		{seed: 3, numRuns: 100},
	);
});
