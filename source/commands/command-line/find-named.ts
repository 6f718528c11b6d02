import {closestWord} from '../../configuration/closest-word.ts';
import {pseudonymOf} from '../../pseudonym.ts';
import type {Named} from '../analyses/recommend/recommend-subject.ts';
import {UsageError} from './command.ts';

const mostListed = 5;

/**
 * Finds what a user names: by its code, else by its whole name, else by a part of its name that no
 * other has; `id:12` is the one with that id in the database. Case matters only where two codes differ in nothing else.
 *
 * @param flag and `noun`, for what the error says
 * @param isMasked whether the error may name nobody that was not asked for
 * @returns its place in the list
 * @throws UsageError that names the value and what was perhaps meant
 */
export function findNamed(
	text: string,
	list: readonly Named[],
	{flag, noun, isMasked = false}: {readonly flag: string; readonly noun: string; readonly isMasked?: boolean},
): number {
	const wanted = text.trim().toLowerCase();
	const tests: ((each: Named) => boolean)[] = [
		({code}) => code === text.trim(),
		({id}) => id !== undefined && wanted === `id:${id}`,
		({code}) => code.toLowerCase() === wanted,
		({name}) => name?.toLowerCase() === wanted,
		({name}) => name?.toLowerCase().includes(wanted) === true,
	];
	for (const test of tests) {
		const places = [...list.keys()].filter(place => test(list[place]!));
		if (places.length === 1) {
			return places[0]!;
		}
		if (places.length > 1) {
			const found = places.slice(0, mostListed).map(place => written(list[place]!, isMasked));
			throw new UsageError(
				`${flag} ${text}: ${places.length} ${noun}s fit, so give the ${isMasked ? 'id' : 'code'} of one: ${found.join(', ')}${places.length > mostListed ? ', …' : ''}`,
			);
		}
	}
	const meant = isMasked
		? undefined
		: closestWord(
				text.trim(),
				list.flatMap(({code, name}) => [code, ...(name === undefined ? [] : [name])]),
			);
	throw new UsageError(
		`${flag} ${text}: no ${noun} has that code or name${meant === undefined ? '' : `; did you mean ${meant}?`}`,
	);
}

function written({id, code, name}: Named, isMasked: boolean): string {
	if (isMasked) {
		return id === undefined ? pseudonymOf(name || code) : `id:${id}`;
	}
	return name === undefined ? code : `${code} (${name})`;
}
