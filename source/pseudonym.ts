import {createHash} from 'node:crypto';

const consonants = 'bdfghjklmnprstvz';
const vowels = 'aiou';

/** As many are remembered: on one screen stand no more names than that. */
const mostRemembered = 20_000;
const known = new Map<string, string>();

/**
 * Another name for a person: `Lusab Babad`, always the same for the same name, on every machine.
 *
 * It spells 32 bits of the name's SHA-256 as two proquints (D. S. Wilkerson, "A Proposal for Proquints",
 * 2009). Nobody reads the name out of it; whoever has a list of names can still try them one by one.
 */
export function pseudonymOf(name: string): string {
	let pseudonym = known.get(name);
	if (pseudonym === undefined) {
		if (known.size >= mostRemembered) {
			known.clear();
		}
		const digest = createHash('sha256').update(name).digest();
		pseudonym = `${proquint(digest.readUInt16BE(0))} ${proquint(digest.readUInt16BE(2))}`;
		known.set(name, pseudonym);
	}
	return pseudonym;
}

/** Called by the same pseudonym, whether a name or what the source calls them is asked for. */
export function maskNamed({code, name}: {readonly code: string; readonly name?: string | undefined}) {
	const pseudonym = pseudonymOf(name || code);
	return {code: pseudonym, name: pseudonym};
}

/** Sixteen bits as consonant, vowel, consonant, vowel, consonant. */
function proquint(bits: number): string {
	const [first, ...others] = [
		consonants[bits >> 12]!,
		vowels[(bits >> 10) & 3]!,
		consonants[(bits >> 6) & 15]!,
		vowels[(bits >> 4) & 3]!,
		consonants[bits & 15]!,
	];
	return first!.toUpperCase() + others.join('');
}
