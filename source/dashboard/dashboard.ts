import type {Forecast} from '../analytics/forecast/forecast.ts';
import type {ValueTier} from '../analytics/value-tiers.ts';
import type {Money} from '../money.ts';
import type {ImportRecord, RejectedReason} from '../store/importing/import-history.ts';
import type {Analyses} from './analyses.ts';
import type {SaleExpectation} from './expect-sales.ts';
import type {GoalStanding} from './goal-standings.ts';
import type {Supply} from './product-paces.ts';
import type {Scope} from './scope.ts';
import type {WindowName} from './window-name.ts';

export type {Forecast, ForecastPoint} from '../analytics/forecast/forecast.ts';
export type {ValueTier} from '../analytics/value-tiers.ts';
export type {ImportRecord, RejectedReason} from '../store/importing/import-history.ts';
export type {Analysed, Analyses} from './analyses.ts';
export type {GoalStanding} from './goal-standings.ts';
export type {ForecastRecord, JudgedDay} from './read-forecast-score.ts';
export type {ToldInsight} from './read-insights.ts';
export type {DeadStock, InventoryPlan, PlannedOrder} from './read-inventory.ts';
export type {CustomerAtRisk, TierMove, TierWorth} from './read-lifetime-value.ts';
export type {ProductPair, RecommendationTrial} from './read-recommendations.ts';

export type FoundLifetimeValue = Extract<Analyses['lifetimeValue'], {status: 'found'}>;

/** Everything one tick shows, read at one moment. Times are UTC milliseconds. */
export type Dashboard = {
	readonly asOf: number;
	/** IANA name of the business time zone. */
	readonly zone: string;
	/** ISO 4217 code. */
	readonly currency: string;
	readonly window: Span & {readonly name: WindowName};
	/** What was asked for. */
	readonly scope: Scope;
	/** What counts as the present: the time of the last sale where that is long ago. */
	readonly present: number;
	readonly moment: DashboardMoment;
	/** Of the shop; absent without sales. */
	readonly firstSaleAt: number | undefined;
	/** Orders that came since the database was opened: two dashboards tell how many lie between them. */
	readonly arrivals: number;
	readonly kpis: Kpis;
	/** The same span before the window, as long as what has passed of it. */
	readonly comparison: Comparison;
	/** The same weekdays and times of day earlier. */
	readonly earlier: Readonly<Record<'week' | 'year', Earlier>>;
	/** In the order of the configuration. */
	readonly goals: readonly GoalStanding[];
	/** Most revenue first. */
	readonly categories: readonly GroupSales[];
	/** Most revenue first. */
	readonly regions: readonly GroupSales[];
	readonly heatmaps: {
		readonly categoryHours: Heatmap;
		readonly categoryRegions: Heatmap;
		readonly regionHours: Heatmap;
	};
	/** Most revenue first, `listLength` at most. */
	readonly topProducts: readonly ProductSales[];
	/** Most revenue first, `listLength` at most; guests are not among them. */
	readonly topCustomers: readonly CustomerSales[];
	/** Of all customers over all time, best tier first. */
	readonly tiers: readonly TierSummary[];
	/** Of all tiers on the screen: what they go by. */
	readonly tiersBy: TiersBy;
	readonly trend: Trend;
	/** Revenue of today and the days after it. */
	readonly forecast: Forecast;
	/** When each period of the forecast begins. */
	readonly forecastStarts: readonly number[];
	/** How fast products sell, wherever that is shown. */
	readonly pacesBy: PacesBy;
	/** Categories that have counted stock, by name. */
	readonly inventory: readonly CategoryStock[];
	/** Counted products that run out first, `listLength` at most. */
	readonly lowStock: readonly ProductStock[];
	/** Latest first. */
	readonly recent: readonly RecentOrder[];
	/** Latest first, `listLength` at most. */
	readonly imports: readonly ImportRecord[];
	/** Why rows were rejected that are not corrected yet, most rows first. */
	readonly rejectedReasons: readonly RejectedReason[];
	readonly freshness: Freshness;
	/** What is too slow for a tick, each with the moment that it is about. */
	readonly analyses: Analyses;
};

/** What `asOf` is: now, just after the last sale where that is long ago, or in the past that was asked for. */
export type DashboardMoment = 'now' | 'lastSale' | 'asked';

/** How many rows the lists of a dashboard hold at the most. */
export const listLength = 50;

/** From `from` up to, not including, `to`. */
export type Span = {readonly from: number; readonly to: number};

/** What a window is compared with: the time before it, the same a week and 52 weeks ago. */
export type ComparisonName = 'before' | 'week' | 'year';

export type Comparison = {readonly span: Span; readonly kpis: Kpis};

export type Earlier = {
	readonly span: Span;
	/** Absent where the shop had not sold anything yet. */
	readonly kpis: Kpis | undefined;
};

export type Kpis = {
	/** Net: gross plus returns. */
	readonly revenue: Money;
	readonly grossRevenue: Money;
	/** The amounts of returned lines, so not above zero. */
	readonly returns: Money;
	readonly orders: number;
	readonly lines: number;
	/** Sold minus returned. */
	readonly units: number;
	/** Revenue divided by orders; 0 without orders. */
	readonly averageOrderValue: Money;
	/** Distinct customers; guests are not counted. */
	readonly customers: number;
};

/** Sales of a category or a region. */
export type GroupSales = {
	readonly name: string;
	readonly revenue: Money;
	/** Orders with at least one line of the group. */
	readonly orders: number;
	readonly units: number;
	/** Of the window's revenue, 0 to 1 where nothing is negative. */
	readonly share: number;
};

/** Revenue by row and column. `cells[row][column]`. */
export type Heatmap = {
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly cells: readonly (readonly Money[])[];
};

export type ProductSales = {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	readonly category: string;
	readonly revenue: Money;
	readonly units: number;
	/** Absent where nobody counts it. */
	readonly stock: number | undefined;
};

export type CustomerSales = {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	readonly region: string | undefined;
	readonly revenue: Money;
	readonly orders: number;
	/** Absent for who came after lifetime values were worked out last. */
	readonly tier: ValueTier | undefined;
	/** Over all time. */
	readonly totalRevenue: Money;
	readonly lastOrderAt: number;
};

/** What customers will be worth, or what they have brought so far while that is not known. */
export type TiersBy = 'lifetime value' | 'revenue';

export type TierSummary = {
	readonly tier: ValueTier;
	readonly customers: number;
	readonly revenue: Money;
	/** Of all customers' revenue. */
	readonly share: number;
};

export type BucketUnit = 'minute' | 'hour' | 'day' | 'month';

export type Trend = {
	readonly unit: BucketUnit;
	/** Oldest first, without gaps; the last one is still open. */
	readonly points: readonly TrendPoint[];
	/** The open bucket and those after it, in the unit of the points; only for hours and days. */
	readonly outlook: Forecast | undefined;
	/** When each period of the outlook begins; the first is the last of the points. */
	readonly outlookStarts: readonly number[];
};

export type TrendPoint = {
	/** When the bucket begins. */
	readonly from: number;
	readonly revenue: Money;
	readonly orders: number;
	readonly units: number;
};

export type CategoryStock = {
	readonly category: string;
	/** Units in the stock room. */
	readonly stock: number;
	readonly products: number;
	/** Units by state; they add up to `stock` unless some product is oversold. */
	readonly unitsByState: Readonly<Record<Exclude<StockState, 'out'>, number>>;
	/** Products with nothing left. */
	readonly outOfStock: number;
};

/** `out`: nothing left; `low`: under a week of cover; `slow`: more than half a year of it. */
export type StockState = 'out' | 'low' | 'healthy' | 'slow';

export type ProductStock = {
	readonly id: number;
	readonly code: string;
	readonly name: string;
	readonly category: string;
	readonly stock: number;
} & Supply;

/** What the plan of the stock room counts on, later days counting more; the mean of 28 days until it is known. */
export type PacesBy = 'plan' | 'mean';

export type RecentOrder = {
	readonly id: number;
	/** The source's own id. */
	readonly number: string | undefined;
	readonly at: number;
	/** Absent for a guest. */
	readonly customer: string | undefined;
	readonly region: string;
	readonly lines: readonly {readonly product: string; readonly quantity: number}[];
	readonly revenue: Money;
	readonly news: OrderNews | undefined;
};

/** What makes an order worth a second look. */
export type OrderNews =
	| {readonly kind: 'tier'; readonly from: ValueTier; readonly to: ValueTier}
	| {readonly kind: 'first'}
	| {readonly kind: 'back'; readonly afterDays: number}
	| {readonly kind: 'return'};

export type Freshness = {
	readonly lastSaleAt: number | undefined;
	/** Against the usual gap between sales: `empty` before the first one. */
	readonly state: FreshnessState;
	/** Median gap between the latest sales, in milliseconds; absent with too few. */
	readonly usualGapMs: number | undefined;
	/** What the weekday and the hour say to it; absent with too few weeks, or at quite another pace. */
	readonly silence?: Silence | undefined;
};

/** The time since the last sale beside what is usual on this weekday at this hour. */
export type Silence = {
	/** When it was judged. */
	readonly at: number;
	/** The usual time from sale to sale. */
	readonly gapMs: number;
	/** Of so long a gap by chance. */
	readonly probability: number;
	readonly expectation: SaleExpectation;
};

export type FreshnessState = 'live' | 'late' | 'stale' | 'empty';
