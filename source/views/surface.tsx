import {Box, Text} from 'ink';
import {createContext, type ReactNode, useContext, useLayoutEffect, useMemo} from 'react';
import type {Place, Region} from './cells/cell-canvas.ts';

/**
 * What a frame is drawn on without Ink, which takes apart and puts together every character of every
 * frame: at 160 × 48 that is most of what a tick costs.
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

/** Absent where Ink draws the frame, as into a string. */
export const SurfaceContext = createContext<Surface | undefined>(undefined);

const PlaceContext = createContext<Place>({left: 0, top: 0});

export type CanvasProps = {readonly columns: number; readonly rows: number; readonly children: ReactNode};

/** A frame: what is drawn stands in an `At`. */
export function Canvas({columns, rows, children}: CanvasProps) {
	const surface = useContext(SurfaceContext);
	const startedAt = performance.now();
	// After those of all that is drawn in it.
	useLayoutEffect(() => surface?.show(startedAt));
	return surface ? (
		children
	) : (
		<Box width={columns} height={rows}>
			{children}
		</Box>
	);
}

export type AtProps = Place & {readonly width: number; readonly children: ReactNode};

/** Where in the frame `Lines` stand. */
export function At({left, top, width, children}: AtProps) {
	const surface = useContext(SurfaceContext);
	const place = useMemo(() => ({left, top}), [left, top]);
	return surface ? (
		<PlaceContext value={place}>{children}</PlaceContext>
	) : (
		<Box position="absolute" left={left} top={top} width={width}>
			{children}
		</Box>
	);
}

/** Painted lines, none wider than the place where they stand. */
export function Lines({lines}: {readonly lines: readonly string[]}) {
	const surface = useContext(SurfaceContext);
	const place = useContext(PlaceContext);
	const region = useMemo(() => surface?.region(), [surface]);
	useLayoutEffect(() => region?.draw(place, lines));
	useLayoutEffect(() => () => region?.remove(), [region]);
	return surface ? null : <Text wrap="truncate">{lines.join('\n')}</Text>;
}
