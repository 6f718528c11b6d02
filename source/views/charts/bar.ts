import type {Glyphs} from '../theme/glyphs.ts';

/**
 * A horizontal bar of at most `width` columns, as finely as the glyphs allow.
 *
 * Whatever is above zero shows at least a sliver; whatever is not shows nothing.
 */
export function bar(value: number, most: number, width: number, {barSteps}: Glyphs): string {
	if (!(value > 0) || !(most > 0) || width < 1) {
		return '';
	}
	const steps = Math.max(1, Math.round(Math.min(1, value / most) * width * barSteps.length));
	const rest = steps % barSteps.length;
	return barSteps.at(-1)!.repeat(Math.floor(steps / barSteps.length)) + (rest > 0 ? barSteps[rest - 1]! : '');
}
