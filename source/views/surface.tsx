import {createContext, type ReactNode, useContext, useLayoutEffect, useMemo} from 'react';
import type {Place, Region} from './cells/cell-canvas.ts';

/**
 * What frames are drawn on. Not Ink's layout, which takes apart and puts together every character of every
 * frame: at 160 × 48 that was most of what a tick cost.
 */
export type Surface = {
	readonly region: () => Region;
	/**
	 * Shows what was drawn.
	 *
	 * @param startedAt when drawing it began, of `performance.now()`
	 */
	readonly show: (startedAt: number) => void;
};

export const SurfaceContext = createContext<Surface>({
	region() {
		throw new Error('there is nothing to draw on: a frame stands in a SurfaceContext');
	},
	show() {},
});

const PlaceContext = createContext<Place>({left: 0, top: 0});

/** A frame: when all that stands in it is drawn, it is shown. */
export function Canvas({children}: {readonly children: ReactNode}) {
	const surface = useContext(SurfaceContext);
	const startedAt = performance.now();
	// After those of all that is drawn in it.
	useLayoutEffect(() => surface.show(startedAt));
	return children;
}

/** Where in the frame `Lines` stand. */
export function At({left, top, children}: Place & {readonly children: ReactNode}) {
	const place = useMemo(() => ({left, top}), [left, top]);
	return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** Painted lines, none wider than the place where they stand. */
export function Lines({lines}: {readonly lines: readonly string[]}) {
	const surface = useContext(SurfaceContext);
	const place = useContext(PlaceContext);
	const region = useMemo(() => surface.region(), [surface]);
	useLayoutEffect(() => region.draw(place, lines));
	useLayoutEffect(() => () => region.remove(), [region]);
	return null;
}
