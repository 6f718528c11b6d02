import {dayMs, hourMs, localDay, minuteMs, startOfDay, startOfHour, type Zone} from '../business-time.ts';
import type {BucketUnit, Span} from './dashboard.ts';

/** The spans that the screen steps through, shortest first. */
export const windowNames = ['15m', '1h', '24h', '7d', '30d', '90d', 'all'] as const;

export type WindowName = (typeof windowNames)[number];

export const defaultWindow: WindowName = '24h';

type Rule =
	| {readonly unit: 'minute'; readonly minutes: number}
	| {readonly unit: 'hour'; readonly hours: number}
	| {readonly unit: 'day'; readonly days: number; readonly bucket: BucketUnit};

const rules: Record<Exclude<WindowName, 'all'>, Rule> = {
	'15m': {unit: 'minute', minutes: 15},
	'1h': {unit: 'minute', minutes: 60},
	'24h': {unit: 'hour', hours: 24},
	'7d': {unit: 'day', days: 7, bucket: 'hour'},
	'30d': {unit: 'day', days: 30, bucket: 'day'},
	'90d': {unit: 'day', days: 90, bucket: 'day'},
};
