/**
 * p-values adjusted so that taking those up to α as found makes, in the mean, a share of at most α of
 * them false: q(i) = min over j ≥ i of p(j) · m / j. Benjamini and Hochberg 1995, Journal of the Royal
 * Statistical Society B 57, 289–300. R: `p.adjust(p, "BH")`.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
	const order = ps.map((_, index) => index).sort((a, b) => ps[b]! - ps[a]!);
	const adjusted = ps.map(() => 1);
	let least = 1;
	for (const [place, index] of order.entries()) {
		least = Math.min(least, ps[index]! * (ps.length / (ps.length - place)));
		adjusted[index] = least;
	}
	return adjusted;
}

/**
 * Whether anything at all is behind many tests: min over i of p(i) · m / i. Simes 1986, Biometrika 73,
 * 751–754.
 */
export function simes(ps: readonly number[]): number {
	return Math.min(1, ...benjaminiHochberg(ps));
}

/**
 * What is found in families of tests: families by Benjamini and Hochberg on their Simes p-values, then
 * within each that is found its tests at α times the share of families found. So the mean share of
 * false ones in the families shown is at most α, and a family of a thousand tests does not hide a
 * family of one. Benjamini and Bogomolov 2014, Journal of the Royal Statistical Society B 76, 297–318.
 *
 * @param families p-values; an empty family is none
 * @returns for each test its adjusted p-value, above `alpha` where it is not found
 */
export function familywise(families: readonly (readonly number[])[], alpha: number): number[][] {
	const tested = families.filter(family => family.length > 0);
	const ofFamilies = benjaminiHochberg(tested.map(simes));
	const found = ofFamilies.filter(q => q <= alpha).length;
	const qOf = new Map(tested.map((family, index) => [family, ofFamilies[index]!]));
	return families.map(family => {
		const q = qOf.get(family) ?? 1;
		return benjaminiHochberg(family).map(own =>
			q <= alpha ? Math.max(q, Math.min(1, (own * tested.length) / found)) : Math.max(q, own),
		);
	});
}
