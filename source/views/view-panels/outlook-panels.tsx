import {readyResult} from '../../dashboard/analysed-result.ts';
import type {Dashboard, ToldInsight} from '../../dashboard/dashboard.ts';
import {panelList, type RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {ComingDaysPanel} from '../panels/coming-days-panel.tsx';
import {ForecastScorePanel} from '../panels/forecast-score-panel.tsx';
import {GoalsPanel} from '../panels/goals-panel.tsx';
import {InsightsPanel, insightHeights} from '../panels/insights-panel.tsx';
import {ageOf, listPanel, type ViewPanel} from './view-panel.ts';

/** They come by what they are worth, which is the order that makes them news. */
const insightRows: RowKind<ToldInsight> = {
	idOf: insight => insight.sentence,
	sortable: {},
	leadsTo({about: [first]}) {
		return first && {subject: first.page, title: first.name};
	},
};

const insightsOf = ({analyses}: Dashboard) => readyResult(analyses.insights)?.insights ?? [];

/** Where it goes, how that was foretold, and what stands out. */
export const outlookPanels = {
	goals: {
		height: {least: 3, wanted: counts => counts.goals + 2},
		analysis: {command: ['goals']},
		draw: ({frame, dashboard}) => <GoalsPanel {...frame} goals={dashboard.goals} />,
	},
	comingDays: {
		height: fixed(6, 10),
		// Today by what has come: as of the screen's moment. Of the past another model may be at hand than the best.
		analysis: ({forecast}) => ({
			command: ['forecast', ...(forecast.status === 'ready' ? ['--model', forecast.model] : [])],
		}),
		draw: ({frame, dashboard}) => (
			<ComingDaysPanel {...frame} forecast={dashboard.forecast} starts={dashboard.forecastStarts} />
		),
	},
	forecastScore: {
		height: growing(6, 11),
		analysis: {command: ['analyse', 'forecast-score'], name: 'forecastScore'},
		draw({frame, dashboard}) {
			const score = dashboard.analyses.forecastScore;
			return <ForecastScorePanel {...frame} score={score} age={ageOf(score, dashboard)} />;
		},
	},
	insights: listPanel({
		height: growing(4, 9),
		analysis: {command: ['insights'], name: 'insights'},
		linesAbove: () => 1,
		rowHeights: (dashboard, size) => insightHeights(insightsOf(dashboard), size),
		list: dashboard => panelList(insightsOf(dashboard), insightRows),
		draw(_, {frame, dashboard}) {
			const {insights} = dashboard.analyses;
			return <InsightsPanel {...frame} insights={insights} age={ageOf(insights, dashboard)} />;
		},
	}),
} satisfies Readonly<Record<string, ViewPanel>>;
