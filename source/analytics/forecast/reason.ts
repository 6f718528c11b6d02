import type {Backtest, Trial} from './forecast.ts';

/** Relative differences below this are called equal, in words. */
const notable = 0.005;

/** Why a model was chosen among several. */
export function choiceInWords(chosen: string, trials: readonly Trial[], history: number): string {
	const tested = trials.filter(trial => 'backtest' in trial);
	const own = tested.find(({model}) => model === chosen);
	if (!own) {
		return `${chosen}: ${history} periods are too few to compare models on back-test`;
	}
	const {folds, horizon} = own.backtest;
	const others = tested.filter(({model}) => model !== chosen);
	const best = tested[0]!;
	const lead =
		best.model === chosen
			? `${chosen} had the smallest error of ${tested.length} models`
			: `${chosen} was within 1 % of the smallest error (${best.model}) and is simpler`;
	const listed = others.map(({model, backtest}) => `${model} ${backtest.mase.toFixed(2)}`).join(', ');
	const broken = trials.flatMap(trial => ('problem' in trial ? [trial.model] : []));
	return [
		`${lead} on ${folds} back-tests of ${horizon}: MASE ${own.backtest.mase.toFixed(2)}`,
		listed && `; ${listed}`,
		broken.length > 0 && `; failed: ${broken.join(', ')}`,
	]
		.filter(Boolean)
		.join('');
}

/** How a model that was asked for did beside seasonal-naive. */
export function verdictInWords(model: string, backtest: Backtest | undefined): string {
	if (!backtest) {
		return `${model} was asked for; there is too little history to back-test it`;
	}
	const {folds, horizon, mase, baseline} = backtest;
	if (model === baseline.model) {
		return `${model} was asked for; on ${folds} back-tests of ${horizon} its MASE was ${mase.toFixed(2)}`;
	}
	const own = baseline.mase ?? 1;
	const change = own > 0 ? mase / own - 1 : 0;
	const percent = `${Math.abs(change * 100).toFixed(Math.abs(change) < 0.1 ? 1 : 0)} %`;
	const tested = `on ${folds} back-tests of ${horizon}`;
	if (change > notable) {
		return `${model} was asked for; it loses to seasonal-naive: its error was ${percent} larger ${tested}`;
	}
	return change < -notable
		? `${model} was asked for; its error was ${percent} smaller than seasonal-naive’s ${tested}`
		: `${model} was asked for; its error equals seasonal-naive’s ${tested}`;
}
