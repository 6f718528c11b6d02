import {expect, test} from 'vitest';
import json from '../../data/catalogue.json' with {type: 'json'};
import {loadCatalogue, parseCatalogue} from '../../source/producer/catalogue.ts';

test('the own catalogue has eight categories of 20 to 30 products and eight regions', () => {
	const {categories, regions} = loadCatalogue();
	expect(categories).toHaveLength(8);
	expect(categories.every(({products}) => products.length >= 20 && products.length <= 30)).toBe(true);
	expect(regions).toHaveLength(8);
	expect(categories.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
	expect(regions.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('prices are exact money', () => {
	const {categories} = loadCatalogue();
	expect(categories[0]!.products[2]).toMatchObject({name: 'USB-C cable', price: 99_000});
});

test('a price that is no number is named with its place', () => {
	const wrong = structuredClone(json);
	wrong.categories[0]!.products[0]!.price = '12,90';
	expect(() => parseCatalogue(wrong)).toThrow(
		/"12,90" is no price[\s\S]*categories\[0\]\.products\[0\]\.price/,
	);
});

test('a group with an unknown product is named', () => {
	expect(() => parseCatalogue({...json, affinities: [['ELE-01', 'XYZ-01']]})).toThrow(/"XYZ-01" is named/);
});

test('two products with one code are refused', () => {
	const wrong = structuredClone(json);
	wrong.categories[1]!.products[0]!.code = 'ELE-01';
	expect(() => parseCatalogue({...wrong, affinities: []})).toThrow(/two products have one code/);
});
