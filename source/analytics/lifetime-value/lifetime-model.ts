import type {BgNbdFit} from './fit-bg-nbd.ts';
import type {GammaGammaParameters} from './gamma-gamma-parameters.ts';

/** What the values of customers stand on. */
export type LifetimeModel =
	| {readonly status: 'ready'; readonly orders: BgNbdFit; readonly spend: SpendModel}
	/** Too few came back yet; until then customers are worth what they brought. */
	| {readonly status: 'collecting'; readonly repeatBuyersHave: number; readonly repeatBuyersNeeded: number}
	/** There are enough, but no model holds; customers are worth what they brought. */
	| {readonly status: 'historic'; readonly reason: string};

/** What a coming purchase is worth. */
export type SpendModel =
	| {readonly status: 'gamma-gamma'; readonly parameters: GammaGammaParameters}
	/** The same for every customer: the mean of all repeat purchases. */
	| {readonly status: 'mean'; readonly mean: number; readonly reason: string}
	/** No money is known. */
	| {readonly status: 'unknown'};
