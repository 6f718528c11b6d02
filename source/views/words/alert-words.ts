import type {AlertCondition} from '../../configuration/alert-rule.ts';
import {closestWord} from '../../configuration/closest-word.ts';
import {holds} from '../../dashboard/alerts/alert-state.ts';
import type {Measurement} from '../../dashboard/alerts/measure-alert.ts';
import {durationWords} from '../../duration.ts';
import {type Formats, printable} from '../../format.ts';

/** What an alert says, in a sentence without its end; where its rule does not hold, that it no longer does. */
export function alertWords(condition: AlertCondition, measured: Measurement, formats: Formats): string {
	const {value, threshold, side} = measured;
	const subject = printable(measured.subject);
	const than = (words: string) => (holds(measured) ? words : `no longer ${words}`);
	switch (condition.when) {
		case 'pace':
			return `${subject} is at ${formats.percent(value, 0)} of what is due by now, ${than(`below ${formats.percent(threshold, 0)}`)}`;
		case 'silence':
			return holds(measured)
				? `no sale for ${durationWords(value)}, longer than ${durationWords(threshold)}`
				: `the last sale was ${durationWords(value)} ago`;
		case 'stock':
			if (condition.belowDays === 0) {
				const others = value > 1 ? ` and ${formats.count(value - 1)} more` : '';
				return value === 0 ? 'nothing is sold out' : `sold out: ${subject}${others}`;
			}
			return value === 0
				? `${subject} is sold out`
				: `${subject} lasts ${formats.count(Math.floor(value))} more days, ${than(`less than ${formats.count(condition.belowDays)}`)}`;
		case 'share':
			return `${subject} makes ${formats.percent(value, 0)} of the revenue, ${than(`${side} ${formats.percent(threshold, 0)}`)}`;
		case 'rejects':
			return `imports rejected ${formats.count(value)} rows within an hour, ${than(`more than ${formats.count(threshold)}`)}`;
	}
}

/** That a rule is about nothing, and what may have been meant. */
export function unknownCategoryWords(category: string, categories: readonly string[]): string {
	const meant = closestWord(category, categories);
	return `no category is called "${printable(category)}"${meant === undefined ? '' : `; there is "${printable(meant)}"`}`;
}
