import type {GammaGammaParameters} from './gamma-gamma-parameters.ts';

/**
 * Expected value of a customer's coming purchases, given the mean z̄ of x repeat ones (Gamma-Gamma;
 * Fader, Hardie 2013, eq. 5):
 *
 *     E(M | z̄, x) = p (v + x z̄) / (p x + q − 1)
 *
 * It lies between the customer's own mean and that of all, p v / (q − 1), which is where it is
 * without repeats. Needs q > 1: below, the mean of all is infinite.
 */
export function expectedSpend({p, q, v}: GammaGammaParameters, frequency: number, monetary: number): number {
	return (p * (v + frequency * monetary)) / (p * frequency + q - 1);
}
