/** The sign before the decimals; the other one sets groups of digits apart. */
export type DecimalMark = '.' | ',';

/** What the digits of one number say of the decimal mark: `either` where they can be read in two ways. */
export type MarkEvidence = DecimalMark | 'either' | 'none' | 'unreadable';

const grouped = {
	'.': /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/,
	',': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}(?:,\d*)?$/,
} as const;

/** @param digits as `bareNumber` gives them */
export function markEvidence(digits: string): MarkEvidence {
	const points = digits.split('.').length - 1;
	const commas = digits.split(',').length - 1;
	if (points + commas === 0) {
		return 'none';
	}
	if (points > 0 && commas > 0) {
		const mark: DecimalMark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
		return grouped[mark].test(digits) ? mark : 'unreadable';
	}
	if (points + commas > 1) {
		const mark: DecimalMark = points > 0 ? ',' : '.';
		return grouped[mark].test(digits) ? mark : 'unreadable';
	}
	const mark: DecimalMark = points > 0 ? '.' : ',';
	// One sign before exactly three digits: 1.234 is a thousand to some and one and a bit to others.
	return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'either' : mark;
}

/**
 * The digits as a plain decimal such as `1234.5`, or nothing where they do not fit the mark.
 *
 * @param digits as `bareNumber` gives them
 */
export function plainDecimal(digits: string, mark: DecimalMark): string | undefined {
	const evidence = markEvidence(digits);
	if (evidence === 'none') {
		return digits;
	}
	if (evidence === 'unreadable') {
		return undefined;
	}
	const own = evidence === 'either' ? mark : evidence;
	return own === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
}
