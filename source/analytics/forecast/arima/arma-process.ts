/**
 * A stationary and invertible ARMA process, X(t) = Σ ar(i) X(t−i) + Z(t) + Σ ma(j) Z(t−j), with
 * innovations Z of variance 1. Seasonal processes are written out: their coefficients are those of the
 * product of the polynomials.
 */
export type ArmaProcess = {readonly ar: readonly number[]; readonly ma: readonly number[]};

/**
 * Coefficients of a stationary autoregression from its partial autocorrelations (Durbin and Levinson;
 * Jones 1980, Technometrics 22, 389–395).
 *
 * @param partial each above −1 and below 1
 */
export function fromPartial(partial: readonly number[]): number[] {
	let coefficients: number[] = [];
	for (const last of partial) {
		const before = coefficients;
		coefficients = [...before.map((value, index) => value - last * before.at(-1 - index)!), last];
	}
	return coefficients;
}

/** Multiplies 1 + Σ a(i) B^i by 1 + Σ b(j) B^(j·season), and gives what follows the 1. */
export function multiplied(plain: readonly number[], seasonal: readonly number[], season: number): number[] {
	const product = new Array<number>(plain.length + seasonal.length * season + 1).fill(0);
	const left = [1, ...plain];
	const right = [1, ...seasonal];
	for (const [i, a] of left.entries()) {
		for (const [j, b] of right.entries()) {
			product[i + j * season]! += a * b;
		}
	}
	return product.slice(1);
}

/**
 * Autocovariances at lags 0 to `count` − 1, from γ(k) − Σ ar(i) γ(k−i) = Σ ma(j) ψ(j−k) (Brockwell and
 * Davis, "Time Series: Theory and Methods", 2nd ed., §3.3, third method).
 *
 * @returns undefined where the equations have no solution, which is on the edge of stationarity
 */
export function autocovariances({ar, ma}: ArmaProcess, count: number): number[] | undefined {
	const size = Math.max(ar.length, ma.length) + 1;
	const weights = psiWeights({ar, ma}, ma.length + 1);
	const rows = Array.from({length: size}, (_, lag) => {
		const row = new Array<number>(size + 1).fill(0);
		row[lag]! += 1;
		for (const [index, coefficient] of ar.entries()) {
			row[Math.abs(lag - index - 1)]! -= coefficient;
		}
		for (let j = lag; j <= ma.length; j++) {
			row[size]! += (j === 0 ? 1 : ma[j - 1]!) * weights[j - lag]!;
		}
		return row;
	});
	const covariances = solved(rows);
	if (!covariances) {
		return undefined;
	}
	for (let lag = size; lag < count; lag++) {
		covariances.push(
			ar.reduce((sum, coefficient, index) => sum + coefficient * covariances[lag - index - 1]!, 0),
		);
	}
	return covariances;
}

/** Weights of the process as a moving average without end: 1, ψ(1), ψ(2), … */
export function psiWeights({ar, ma}: ArmaProcess, count: number): number[] {
	const weights: number[] = [];
	for (let index = 0; index < count; index++) {
		let weight = index === 0 ? 1 : (ma[index - 1] ?? 0);
		for (let lag = 1; lag <= Math.min(index, ar.length); lag++) {
			weight += ar[lag - 1]! * weights[index - lag]!;
		}
		weights.push(weight);
	}
	return weights;
}

/** Solves linear equations, each row with its right side last, by elimination with pivoting; in place. */
function solved(rows: number[][]): number[] | undefined {
	const size = rows.length;
	for (let column = 0; column < size; column++) {
		let pivot = column;
		for (let row = column + 1; row < size; row++) {
			if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) {
				pivot = row;
			}
		}
		[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
		const head = rows[column]!;
		if (Math.abs(head[column]!) < 1e-12) {
			return undefined;
		}
		for (let row = column + 1; row < size; row++) {
			const factor = rows[row]![column]! / head[column]!;
			if (factor !== 0) {
				for (let index = column; index <= size; index++) {
					rows[row]![index]! -= factor * head[index]!;
				}
			}
		}
	}
	const solution = new Array<number>(size).fill(0);
	for (let row = size - 1; row >= 0; row--) {
		let value = rows[row]![size]!;
		for (let column = row + 1; column < size; column++) {
			value -= rows[row]![column]! * solution[column]!;
		}
		solution[row] = value / rows[row]![row]!;
	}
	return solution;
}
