/** Something that can be recommended: an article, an activity, an offer. */
export interface CatalogueItem {
	itemId: string;
	title: string;
	/** As written in the table; compared without regard to case and width. */
	tags: string[];
	category: string;
	url: string;
	picUrl: string;
	/** Epoch milliseconds; undefined for what has no date. */
	publishedAt?: number;
	validFrom?: number;
	/** First moment at which it is no longer valid. */
	validTo?: number;
	/** Readers, buyers and so on from elsewhere; 0 when unknown. */
	popularity: number;
	/** Tags or segments of the people it is for; empty for everybody. */
	audience: string[];
}

/** What happened between a person and an item. */
export interface HistoryEvent {
	openId: string;
	itemId: string;
	/** `shown`, `read`, `clicked`, … see `strengthOf`. */
	kind: string;
	/** Epoch milliseconds. */
	at: number;
	/** Tells two events of one kind and moment apart; rows with the same key are one event. */
	key?: string;
}

/** Who is asked for. */
export interface Person {
	openId: string;
	/** Tags and interests that are known of the person. */
	tags: string[];
	/** Segment or tier, for items with an audience. */
	groups: string[];
	/** Ids of items that must not come. */
	exclude: string[];
}

/** The parts of a score; each lies between 0 and 1. */
export interface Parts {
	/** How well the item's tags fit what the person reads and is tagged with. */
	tags: number;
	/** How often people who know the same items know this one. */
	together: number;
	/** 1 on the day of publication, half of it after the half-life. */
	fresh: number;
	/** Smoothed share of people who took it up, and how many did. */
	popular: number;
}

export type PartName = keyof Parts;

export const PART_NAMES: PartName[] = ['together', 'tags', 'fresh', 'popular'];

/** What recommendations are scored and picked by. */
export interface Scoring {
	/** Epoch milliseconds. */
	now: number;
	count: number;
	weights: Parts;
	/** 0 takes the best by score alone, 1 avoids whatever resembles an earlier pick. */
	diversity: number;
	/** Days after which an event of the person counts half. */
	interestHalfLife: number;
	/** Days after which an item is half as fresh. */
	freshHalfLife: number;
}

/** The same, and what may come again. */
export interface Settings extends Scoring {
	/** Days in which nothing that was shown or taken up comes again; 0 for no such rule. */
	noRepeatDays: number;
	/** Whether what a person has taken up may come again after those days. */
	repeatKnown: boolean;
}

/** Why an item was chosen, by the part that weighed most. */
export interface Reason {
	part: PartName;
	/** Title of the item of the person's own history, for `together`. */
	title?: string;
	/** The tag that fits best, as the catalogue writes it, for `tags`. */
	tag?: string;
}

export interface Recommendation {
	item: CatalogueItem;
	/** Weighted sum of the parts over the sum of the weights, 0 to 1. */
	score: number;
	parts: Parts;
	reason: Reason;
}
