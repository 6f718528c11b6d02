import {expect, test} from 'vitest';
import {arimaName} from '../../../source/analytics/forecast/arima/arima-order.ts';
import {parseModelChoice} from '../../../source/analytics/forecast/model-choice.ts';

const arima = (text: string) => {
	const choice = parseModelChoice(text);
	return choice.kind === 'arima' ? arimaName(choice.order) : choice.kind;
};

test('models are read as people write them', () => {
	expect(arima('arima(5,1,0)')).toBe('arima(5,1,0)');
	expect(arima('ARIMA (2, 1, 1)')).toBe('arima(2,1,1)');
	expect(arima('arima')).toBe('arima(5,1,0)');
	expect(arima('arima(0,1,1)(0,1,1)[12]')).toBe('arima(0,1,1)(0,1,1)[12]');
	expect(arima('Prophet')).toBe('prophet');
	expect(arima('seasonal-naive')).toBe('seasonal-naive');
});

test('an unknown model is an error that names it and what there is', () => {
	expect(() => parseModelChoice('lstm')).toThrow(
		'unknown model "lstm": there are auto, seasonal-naive, arima(p,d,q), ets, mstl, prophet',
	);
	expect(() => parseModelChoice('arima(1,2)')).toThrow('unknown model "arima(1,2)"');
	expect(() => parseModelChoice('arima(99,1,0)')).toThrow('orders go up to');
	expect(() => parseModelChoice('arima(1,0,0)(1,0,0)[1]')).toThrow('a season has at least 2 periods');
});
