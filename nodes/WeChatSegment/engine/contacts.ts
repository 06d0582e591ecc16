/** What is known of a follower from elsewhere: sums of a database, a profile, an earlier run. */
export interface Known {
	/** Epoch milliseconds of the earliest contact, e.g. when the person followed. */
	firstAt?: number;
	/** Epoch milliseconds of the latest activity. */
	lastAt?: number;
	frequency?: number;
	monetary?: number;
	/** Median of the days between active days. */
	gapDays?: number;
}

export interface ContactRules {
	/** Epoch milliseconds; rows after it do not count yet. */
	now: number;
	/** Days that count for frequency and value; recency and gaps use all rows. */
	windowDays: number;
	frequencyOf: 'activeDays' | 'events';
	/** `auto`: orders as soon as there is one. */
	monetaryOf: 'auto' | 'orders' | 'points';
}

/** One entry per follower in every column. Times are epoch milliseconds, NaN where unknown. */
export interface Contacts {
	openIds: string[];
	firstAt: Float64Array;
	lastAt: Float64Array;
	/** Days since the last activity; since the first contact where there was none. */
	recencyDays: Float64Array;
	frequency: Float64Array;
	/** Fen where orders count, otherwise points. */
	monetary: Float64Array;
	/** Median of the days between active days; NaN with fewer than two active days. */
	gapDays: Float64Array;
	/** Active days in all rows. */
	activeDays: Float64Array;
	/** 0 for those who are known to have left. */
	isFollower: Uint8Array;
}
