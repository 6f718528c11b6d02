import type {Analyses} from '../analyses.ts';
import type {Span} from '../dashboard.ts';
import type {Ledger} from '../ledger.ts';
import type {Page, PageSubject} from '../page.ts';

export type PageKind = PageSubject['kind'];

/** What every page says, whatever it is about. */
export type PageRead = {
	readonly subject: PageSubject;
	readonly asOf: number;
	readonly window: Span;
};

/** A page that is wanted, as of the moment and the window of a ledger. */
export type PageAsked<Kind extends PageKind> = {
	readonly subject: PageSubject & {readonly kind: Kind};
	/** The id of the row around which its long list is wanted. */
	readonly around: number | undefined;
	readonly read: PageRead;
	readonly ledger: Ledger;
	readonly analyses: Analyses;
	/** Hears the share done, 0 to 1, where it takes longer than a moment. */
	readonly onProgress: (share: number) => void;
};

/** Reads the pages of one kind. */
export type ReadPage<Kind extends PageKind> = (asked: PageAsked<Kind>) => Page | Promise<Page>;

/** What was sold of a product that nobody bought. */
export const nothingSold = {units: 0, revenue: 0};
