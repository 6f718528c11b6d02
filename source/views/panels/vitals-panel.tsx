import type {Dashboard} from '../../dashboard/dashboard.ts';
import {ageWords} from '../../duration.ts';
import type {Frame} from '../frame.ts';
import type {ProducerState} from '../producer-control.ts';
import type {Spread, Vitals} from '../vitals.ts';
import {producerPace} from '../words/producer-words.ts';
import {type Fact, FactsPanel} from './facts-panel.tsx';

export type VitalsPanelProps = Frame & {
	/** Absent where nobody measures, as in a picture that stands still. */
	readonly vitals: Vitals | undefined;
	readonly producer: ProducerState | undefined;
	readonly analyses: Dashboard['analyses'];
	readonly asOf: number;
};

/** How the program itself is doing: what it holds, how long it takes and what it sends. */
export function VitalsPanel({vitals, producer, analyses, asOf, ...frame}: VitalsPanelProps) {
	const {formats, theme} = frame;
	const facts: readonly Fact[] = [
		{
			name: 'producer',
			value: producer ? (producer.isRunning ? producerPace(producer, frame) : 'stopped') : 'none',
		},
		...(vitals
			? [
					{
						name: 'rows',
						value: [
							`${formats.count(vitals.orders)} orders, ${formats.count(vitals.lines)} lines`,
							`${formats.shortCount(vitals.lines)} lines`,
						],
					},
					{name: 'database', value: sizeWords(vitals.fileBytes)},
					{name: 'read', value: spreadWords(vitals.read, theme.glyphs.dash)},
					{name: 'drawn', value: spreadWords(vitals.draw, theme.glyphs.dash)},
					{name: 'sent', value: `${formats.count(vitals.bytesPerSecond)} bytes / s`},
				]
			: []),
		...Object.entries(titles).map(([name, title]) => {
			const analysed = analyses[name as keyof typeof titles];
			return {
				name: title,
				value: analysed.status === 'found' ? ageWords(analysed.asOf, asOf) : analysed.status,
			};
		}),
	];
	return <FactsPanel {...frame} title="This program" measure="the last 120 reads and frames" facts={facts} />;
}

const titles: Readonly<Record<keyof Dashboard['analyses'], string>> = {
	revenueForecast: 'forecast',
	hourlyForecast: 'by hour',
	forecastScore: 'its score',
	lifetimeValue: 'customers',
	recommendations: 'pairs',
	inventory: 'inventory',
	insights: 'insights',
};

function spreadWords(spread: Spread | undefined, none: string): string | readonly string[] {
	if (!spread) {
		return none;
	}
	const [median, p95] = [spread.median.toFixed(1), spread.p95.toFixed(1)];
	return [`${median} ms, 95 % within ${p95} ms`, `${median} ms, p95 ${p95}`, `${median} ms`];
}

function sizeWords(bytes: number): string {
	const units = ['B', 'KB', 'MB', 'GB', 'TB'];
	const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	const amount = bytes / 1000 ** power;
	return `${amount.toFixed(amount < 10 && power > 0 ? 1 : 0)} ${units[power]}`;
}
