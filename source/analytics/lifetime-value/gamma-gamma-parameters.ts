/**
 * The Gamma-Gamma model of what customers spend (P. Fader, B. Hardie, "The Gamma-Gamma Model of
 * Monetary Value", 2013).
 *
 * The value of a purchase varies around the customer's mean as a gamma distribution of shape `p`; the
 * rate of that distribution varies over customers as a gamma distribution of shape `q` and rate `v`
 * (in money). Assumes that how much a customer spends has nothing to do with how often they buy.
 */
export type GammaGammaParameters = {readonly p: number; readonly q: number; readonly v: number};
