import type {Dashboard} from '../dashboard/dashboard.ts';
import type {WindowName} from '../dashboard/window.ts';
import type {Formats} from '../format.ts';

const labels: Readonly<Record<WindowName, string>> = {
	'15m': '15 min',
	'1h': '1 h',
	'24h': '24 h',
	'7d': '7 d',
	'30d': '30 d',
	'90d': '90 d',
	all: 'all time',
};

export function windowLabel(name: WindowName): string {
	return labels[name];
}

/** When the window began, as exactly as its length asks for. */
export function windowStart({name, from}: Dashboard['window'], formats: Formats): string {
	switch (name) {
		case '15m':
		case '1h':
			return formats.time(from);
		case '24h':
			return `${formats.weekday(from)} ${formats.time(from)}`;
		case 'all':
			return formats.month(from);
		default:
			return formats.date(from);
	}
}
