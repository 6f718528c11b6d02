// The package brings no types.
declare module 'asciichart' {
	export type PlotOptions = {
		readonly min?: number;
		readonly max?: number;
		readonly height?: number;
		readonly offset?: number;
		readonly symbols?: readonly string[];
		readonly format?: (value: number) => string;
	};

	export function plot(series: readonly number[], options?: PlotOptions): string;
}
