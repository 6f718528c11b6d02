import {type Money, parseMoney} from '../money.ts';

/** Reads the fields of JSON that this program has written, perhaps in another version. */
export type JsonFields = {
	readonly text: (name: string) => string;
	readonly textOr: <Other>(name: string, other: Other) => string | Other;
	readonly number: (name: string) => number;
	readonly numberOr: <Other>(name: string, other: Other) => number | Other;
	/** True or false. */
	readonly truth: (name: string) => boolean;
	/** A decimal string. */
	readonly money: (name: string) => Money;
	readonly moneyOr: <Other>(name: string, other: Other) => Money | Other;
	readonly object: (name: string) => JsonFields;
	/** Whether there is such a field that is not null. */
	readonly has: (name: string) => boolean;
	/** Numbers in a fixed order, null where one is not known; absent where the field is missing. */
	readonly row: (name: string) => readonly (number | undefined)[] | undefined;
	/** Objects; none where the field is missing. */
	readonly list: (name: string) => readonly JsonFields[];
};

/** @throws Error from it, and from each of its methods, that names a field which is not as it should be */
export function jsonFields(value: unknown, place = 'the result'): JsonFields {
	if (typeof value !== 'object' || value === null) {
		throw new Error(`${place} is no object`);
	}
	const at = (name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];
	const has = (name: string) => at(name) !== undefined && at(name) !== null;
	const wrong = (name: string, wanted: string) => new Error(`${place}: ${name} is no ${wanted}`);
	const text = (name: string) => {
		const found = at(name);
		if (typeof found !== 'string') {
			throw wrong(name, 'text');
		}
		return found;
	};
	const number = (name: string) => {
		const found = at(name);
		if (typeof found !== 'number') {
			throw wrong(name, 'number');
		}
		return found;
	};
	const truth = (name: string) => {
		const found = at(name);
		if (typeof found !== 'boolean') {
			throw wrong(name, 'truth value');
		}
		return found;
	};
	const money = (name: string) => {
		const found = parseMoney(text(name));
		if (found === undefined) {
			throw wrong(name, 'money');
		}
		return found;
	};
	const array = (name: string): readonly unknown[] => {
		const found = at(name) ?? [];
		if (!Array.isArray(found)) {
			throw wrong(name, 'list');
		}
		return found;
	};
	const row = (name: string) =>
		has(name) ? array(name).map(value => (typeof value === 'number' ? value : undefined)) : undefined;
	return {
		row,
		text,
		textOr: (name, other) => (has(name) ? text(name) : other),
		number,
		numberOr: (name, other) => (has(name) ? number(name) : other),
		truth,
		money,
		moneyOr: (name, other) => (has(name) ? money(name) : other),
		object: name => jsonFields(at(name), name),
		has,
		list: name => array(name).map(entry => jsonFields(entry, name)),
	};
}
