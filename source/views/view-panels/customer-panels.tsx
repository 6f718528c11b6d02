import {foundResult} from '../../dashboard/analysed-result.ts';
import type {CustomerAtRisk, CustomerSales, Dashboard} from '../../dashboard/dashboard.ts';
import {firstFitting} from '../fit.ts';
import {toCustomer} from '../lists/page-links.ts';
import {panelList, type RowKind} from '../lists/panel-list.ts';
import {fixed, growing} from '../panel-height.ts';
import {CustomersAtRiskPanel} from '../panels/customers-at-risk-panel.tsx';
import {LifetimeTiersPanel} from '../panels/lifetime-tiers-panel.tsx';
import {TierMovesPanel} from '../panels/tier-moves-panel.tsx';
import {TiersPanel} from '../panels/tiers-panel.tsx';
import {hasTiersBar, TopCustomersPanel, type TopCustomersPanelProps} from '../panels/top-customers-panel.tsx';
import {noSalesWords} from '../words/no-sales.ts';
import {windowLabel} from '../words/window-label.ts';
import {ageOf, type DrawnPanel, listPanel, type ViewPanel} from './view-panel.ts';

const isFiltered = ({scope}: Dashboard) => scope.filter.length > 0;

const customerRows: RowKind<CustomerSales> = {
	idOf: customer => String(customer.id),
	sortable: {
		orders: customer => customer.orders,
		ever: customer => customer.totalRevenue,
		'last order': customer => customer.lastOrderAt,
		region: customer => customer.region ?? '',
		customer: customer => customer.name,
		revenue: customer => customer.revenue,
	},
	leadsTo: ({id, name}) => toCustomer(id, name),
};

const atRiskRows: RowKind<CustomerAtRisk> = {
	idOf: customer => String(customer.id),
	sortable: {
		'at stake': customer => customer.valueLost,
		'still buys': customer => customer.alive,
		'silent for': customer => customer.silentDays,
		customer: customer => customer.name ?? customer.code,
	},
	leadsTo: ({id, name, code}) => toCustomer(id, name ?? code),
};

function topCustomersPanel(
	panel: Pick<ViewPanel, 'height' | 'linesBelow'>,
	tiersOf: (dashboard: Dashboard) => TopCustomersPanelProps['tiers'],
) {
	return listPanel({
		...panel,
		report: 'top-customers',
		list: (dashboard, sort) => panelList(dashboard.topCustomers, customerRows, sort),
		draw: (customers, {frame, dashboard}) => (
			<TopCustomersPanel
				{...frame}
				customers={customers}
				tiers={tiersOf(dashboard)}
				measure={customersMeasure(dashboard, frame.width)}
				waiting={noSalesWords(dashboard)}
			/>
		),
	});
}

function customersMeasure(dashboard: Dashboard, width: number): string {
	const measure = windowLabel(dashboard.window.name);
	return isFiltered(dashboard)
		? firstFitting(
				[`${measure}; ever and tier of these sales`, `${measure}, of these sales`, measure],
				width - 24,
			)
		: measure;
}

const lifetimeValue = {command: ['clv'], name: 'lifetimeValue'} as const;

function drawTiers({frame, dashboard}: DrawnPanel) {
	const value = dashboard.analyses.lifetimeValue;
	return value.status === 'found' && dashboard.tiersBy === 'lifetime value' ? (
		<LifetimeTiersPanel {...frame} value={value} age={ageOf(value, dashboard)} />
	) : (
		<TiersPanel
			{...frame}
			tiers={dashboard.tiers}
			measure={isFiltered(dashboard) ? 'all time, of these sales' : 'all time'}
			waiting={noSalesWords(dashboard)}
		/>
	);
}

export const topCustomers = topCustomersPanel({height: growing(5, 18)}, () => undefined);

/** Who buys, what they are worth, and who is about to be lost. */
export const customerPanels = {
	topCustomers,
	topCustomersWithTiers: topCustomersPanel(
		{height: growing(5, 11), linesBelow: height => 1 + Number(hasTiersBar(height))},
		({tiers}) => tiers,
	),
	tiers: {height: fixed(7, 9), analysis: lifetimeValue, draw: drawTiers},
	tierMoves: {
		height: fixed(7, 8),
		analysis: lifetimeValue,
		draw({frame, dashboard}) {
			const value = dashboard.analyses.lifetimeValue;
			return <TierMovesPanel {...frame} value={value} age={ageOf(value, dashboard)} />;
		},
	},
	customersAtRisk: listPanel({
		height: growing(5, 10),
		analysis: lifetimeValue,
		list: ({analyses}, sort) =>
			panelList(foundResult(analyses.lifetimeValue)?.atRisk ?? [], atRiskRows, sort),
		draw(customers, {frame, dashboard}) {
			const value = dashboard.analyses.lifetimeValue;
			return <CustomersAtRiskPanel {...frame} {...{value, customers}} age={ageOf(value, dashboard)} />;
		},
	}),
} satisfies Readonly<Record<string, ViewPanel>>;
