import {fixed, growing, rowsOf} from '../panel-height.ts';
import {ImportsPanel} from '../panels/imports-panel.tsx';
import {RejectedPanel} from '../panels/rejected-panel.tsx';
import {VitalsPanel} from '../panels/vitals-panel.tsx';
import type {ViewPanel} from './view-panel.ts';

/** Where the sales come from, and how the program is doing. */
export const dataPanels = {
	vitals: {
		height: fixed(5, 7),
		draw: ({frame, dashboard: {analyses, asOf}, vitals, producer}) => (
			<VitalsPanel {...frame} {...{vitals, producer, analyses, asOf}} />
		),
	},
	imports: {
		height: growing(4, 20),
		draw: ({frame, dashboard}) => <ImportsPanel {...frame} imports={dashboard.imports} />,
	},
	rejected: {
		height: rowsOf('rejectedReasons', 6),
		draw: ({frame, dashboard}) => <RejectedPanel {...frame} reasons={dashboard.rejectedReasons} />,
	},
} satisfies Readonly<Record<string, ViewPanel>>;
