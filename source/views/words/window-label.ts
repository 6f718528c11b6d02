import {hourMs} from '../../business-time.ts';
import type {Dashboard} from '../../dashboard/dashboard.ts';
import {isSpan, type WindowName} from '../../dashboard/window-name.ts';
import type {Formats} from '../../format.ts';

/** `15 min`, `24 h`, `7 d`, `all time`, or from when to when as it was written. */
export function windowLabel(name: WindowName): string {
	if (name === 'all') {
		return 'all time';
	}
	if (isSpan(name)) {
		const [from, to] = name.split('..');
		return from === to ? from! : name;
	}
	return `${Number.parseInt(name, 10)} ${name.endsWith('m') ? 'min' : name.at(-1)}`;
}

/** When the window began, as exactly as its length asks for. */
export function windowStart({name, from, to}: Dashboard['window'], formats: Formats): string {
	if (name === 'all') {
		return formats.month(from);
	}
	const hours = (to - from) / hourMs;
	return hours <= 3
		? formats.time(from)
		: hours <= 48
			? `${formats.weekday(from)} ${formats.time(from)}`
			: formats.date(from);
}
