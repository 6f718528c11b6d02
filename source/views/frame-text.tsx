import {renderToString} from 'ink';
import type {ReactNode} from 'react';
import {createCellCanvas} from './cells/cell-canvas.ts';
import {cellText} from './cells/cell-text.ts';
import {Canvas, SurfaceContext} from './surface.tsx';

/** What is drawn, as painted lines of text. */
export function frameText(drawn: ReactNode): string {
	const canvas = createCellCanvas();
	let text = '';
	const surface = {
		region: canvas.region,
		show() {
			const {columns, rows} = canvas.extent();
			text = cellText(canvas.frame(columns, rows));
		},
	};
	renderToString(
		<SurfaceContext value={surface}>
			<Canvas>{drawn}</Canvas>
		</SurfaceContext>,
	);
	return text;
}
