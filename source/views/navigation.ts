import type {PageSubject} from '../dashboard/page.ts';
import {pseudonymOf} from '../pseudonym.ts';
import type {PanelName} from './layout.ts';
import {type ListPlace, movedBy, scrolledTo} from './lists/list-place.ts';
import {
	nextSort,
	noSpot,
	type PageLink,
	type PanelList,
	type PanelSpot,
	reversedSort,
	type Sort,
} from './lists/panel-list.ts';

/** Where the reader is: in a view or on a page, in one of its panels, on one of its rows. */
export type Stop = {
	/** Absent where it is the view itself. */
	readonly page: PageLink | undefined;
	/** The panel with the cursor; absent while none has it. */
	readonly focus: PanelName | undefined;
	readonly places: Readonly<Partial<Record<PanelName, ListPlace>>>;
	/** Whether the panel with the cursor has the whole room. */
	readonly isFull: boolean;
};

export type Navigation = {
	/** The view and the pages that lead to where the reader is. */
	readonly trail: readonly Stop[];
	readonly here: Stop;
	/** A panel stays sorted wherever the reader goes. */
	readonly sorts: Readonly<Partial<Record<PanelName, Sort>>>;
};

/** A panel as the keys that move the cursor see it. */
export type StagedPanel = {
	readonly panel: PanelName;
	/** Which band of panels it is in, and from which column on. */
	readonly band: number;
	readonly left: number;
	/** Where it is drawn; absent while another one has the whole room. */
	readonly box: Box | undefined;
	readonly list: PanelList | undefined;
	/** How many rows of the list it shows. */
	readonly lines: number;
	/** The first of them, of those at hand. */
	readonly top: number;
	/** How many of its lines stand above them, the border among them. */
	readonly linesAbove: number;
	/** How many lines each row of the list takes; absent where that is one. */
	readonly rowHeights: readonly number[] | undefined;
};

/** Lines and columns of the frame, counted from 0. */
export type Box = {
	readonly top: number;
	readonly left: number;
	readonly width: number;
	readonly height: number;
};

/** What a place of the frame shows: a panel, and in it the row of a list, counted from the first at hand. */
export type Spot = {readonly panel: PanelName; readonly row: number | undefined};

/** The panels on the screen, as one reads them. */
export type Stage = readonly StagedPanel[];

export type Step =
	| 'left'
	| 'right'
	| 'up'
	| 'down'
	| 'pageUp'
	| 'pageDown'
	| 'enter'
	| 'back'
	| 'full'
	| 'nextSort'
	| 'reverseSort'
	/** To the page of why revenue moved. */
	| 'why';

const start: Stop = {page: undefined, focus: undefined, places: {}, isFull: false};

export const initialNavigation: Navigation = {trail: [], here: start, sorts: {}};

/** The same place, the pages of customers called by their pseudonyms. */
export function maskNavigation(navigation: Navigation): Navigation {
	const maskStop = (stop: Stop): Stop =>
		stop.page?.subject.kind === 'customer' && !stop.page.isPseudonym
			? {...stop, page: {...stop.page, title: pseudonymOf(stop.page.title), isPseudonym: true}}
			: stop;
	return {...navigation, trail: navigation.trail.map(maskStop), here: maskStop(navigation.here)};
}

/** Out of all pages and panels, into a view as it is. */
export function leaveAll({sorts}: Navigation): Navigation {
	return {...initialNavigation, sorts};
}

export function navigate(navigation: Navigation, step: Step, stage: Stage): Navigation {
	const {here, trail} = navigation;
	if (step === 'back') {
		return back(navigation);
	}
	if (step === 'why') {
		return here.page === whyRevenueMoved
			? navigation
			: {...navigation, trail: [...trail, here], here: pageStop(whyRevenueMoved)};
	}
	const focused = stage.find(({panel}) => panel === here.focus);
	const standing = (stop: Stop): Navigation => ({...navigation, here: stop});
	if (!focused) {
		const entry = stage.find(({list}) => list) ?? stage[0];
		return entry ? standing(enter({...here, isFull: step === 'full'}, entry)) : navigation;
	}
	const {panel, list, lines} = focused;
	switch (step) {
		case 'left':
		case 'right': {
			const index = stage.indexOf(focused) + (step === 'left' ? stage.length - 1 : 1);
			return standing(enter(here, stage[index % stage.length]!));
		}
		case 'up':
		case 'down': {
			const by = step === 'up' ? -1 : 1;
			const place = list && movedBy(list, here.places[panel], by, lines);
			const beyond = isAtEnd(focused, here, by) && !here.isFull ? beside(stage, focused, by) : undefined;
			return standing(beyond ? enter(here, beyond) : withPlace(here, panel, place));
		}
		case 'pageUp':
		case 'pageDown': {
			const by = Math.max(1, lines - 1) * (step === 'pageUp' ? -1 : 1);
			return standing(withPlace(here, panel, list && movedBy(list, here.places[panel], by, lines)));
		}
		case 'enter': {
			if (!list) {
				return standing({...here, isFull: !here.isFull});
			}
			const page = list.leadsTo(scrolledTo(list, here.places[panel], lines).cursor);
			return page ? {...navigation, trail: [...trail, here], here: pageStop(page)} : navigation;
		}
		case 'full':
			return standing({...here, isFull: !here.isFull});
		case 'nextSort':
		case 'reverseSort': {
			const sort = list && (step === 'nextSort' ? nextSort(list) : reversedSort(list));
			return sort === undefined && navigation.sorts[panel] === undefined
				? navigation
				: {...navigation, sorts: {...navigation.sorts, [panel]: sort}};
		}
	}
}

/** The cursor on the row pointed at, which is opened where the cursor was there; else in the panel. */
export function pointAt(navigation: Navigation, {panel, row}: Spot, stage: Stage): Navigation {
	const {here} = navigation;
	const staged = stage.find(other => other.panel === panel);
	if (!staged) {
		return navigation;
	}
	const {list, lines} = staged;
	if (!list || row === undefined) {
		return here.focus === panel ? navigation : {...navigation, here: enter(here, staged)};
	}
	const {cursor} = scrolledTo(list, here.places[panel], lines);
	if (here.focus === panel && row === cursor) {
		return navigate(navigation, 'enter', stage);
	}
	const place = movedBy(list, here.places[panel], row - cursor, lines);
	return {...navigation, here: withPlace({...here, focus: panel}, panel, place)};
}

const whyRevenueMoved: PageLink = {subject: {kind: 'change'}, title: 'Why'};

/** The panel of each page that the cursor begins in. */
const mainPanels: Readonly<Record<PageSubject['kind'], PanelName>> = {
	category: 'pageProducts',
	region: 'pageProducts',
	product: 'pageSales',
	customer: 'pageOrders',
	order: 'pageLines',
	change: 'pageEffectsByCategory',
};

const pageStop = (page: PageLink): Stop => ({...start, page, focus: mainPanels[page.subject.kind]});

function back(navigation: Navigation): Navigation {
	const {here, trail} = navigation;
	if (here.isFull) {
		return {...navigation, here: {...here, isFull: false}};
	}
	const before = trail.at(-1);
	if (before) {
		return {...navigation, here: before, trail: trail.slice(0, -1)};
	}
	return here.focus === undefined ? navigation : {...navigation, here: {...here, focus: undefined}};
}

/** The cursor in a panel, on the row where it was there before, or on the first one. */
function enter(stop: Stop, {panel, list, lines}: StagedPanel): Stop {
	const place = list && (stop.places[panel] ?? movedBy(list, undefined, 0, lines));
	return withPlace({...stop, focus: panel}, panel, place);
}

function withPlace(stop: Stop, panel: PanelName, place: ListPlace | undefined): Stop {
	return place ? {...stop, places: {...stop.places, [panel]: place}} : stop;
}

function isAtEnd({panel, list, lines}: StagedPanel, {places}: Stop, by: 1 | -1): boolean {
	if (!list) {
		return true;
	}
	const {cursor} = scrolledTo(list, places[panel], lines);
	return by < 0 ? list.first + cursor <= 0 : list.first + cursor >= list.total - 1;
}

/** The panel of the band above or below that begins nearest to where this one does. */
function beside(stage: Stage, {band, left}: StagedPanel, by: 1 | -1): StagedPanel | undefined {
	return stage
		.filter(panel => panel.band === band + by)
		.sort((a, b) => Math.abs(a.left - left) - Math.abs(b.left - left))[0];
}

/** What a panel must know of where the reader is. */
export function spotIn({here, sorts}: Navigation, panel: PanelName): PanelSpot {
	const isFocused = here.focus === panel;
	const place = here.places[panel];
	const sort = sorts[panel];
	return isFocused || place || sort ? {isFocused, place, sort} : noSpot;
}
