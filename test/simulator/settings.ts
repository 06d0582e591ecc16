/** How the platform behaves where it behaves differently from day to day, or where a test cannot wait for it. */
export interface Settings {
	/**
	 * Refuses fields and parameters that no endpoint knows (40097). WeChat ignores them; tests of the bodies that
	 * are sent find misspelt names by it.
	 */
	isStrict: boolean;
	/** Seconds from the answer to a broadcast until everybody has it. */
	broadcastSeconds: number;
	/** What becomes of the next broadcasts, first one first (`send fail`, `err(10001)`, …); without: `send success`. */
	broadcastOutcomes: string[];
	/** Whether broadcasts to everybody wait for the administrator (WeChat: API group send protection). */
	isBroadcastProtected: boolean;
	/** Seconds from the answer to a publication until it is over. */
	publishSeconds: number;
	/** `publish_status` of the next publications, first one first; without: 0, published. */
	publishOutcomes: number[];
	/** What others have declared original: an article that holds such a text counts as a reprint. */
	originals: Array<{ text: string; canReprint: boolean }>;
	/** Hour of the day in Shanghai from which the figures of the day before are there. */
	statisticsHour: number;
	/** Whether the number of followers in the statistics is that of the followers there are; without: always the same. */
	areFollowersCounted: boolean;
	/** Whether the article statistics say that they will still change. */
	areStatisticsDelayed: boolean;
}

export const defaultSettings = (): Settings => ({
	isStrict: false,
	broadcastSeconds: 60,
	broadcastOutcomes: [],
	isBroadcastProtected: false,
	publishSeconds: 10,
	publishOutcomes: [],
	originals: [],
	statisticsHour: 8,
	areFollowersCounted: false,
	areStatisticsDelayed: false,
});

/** For tests of something else than waiting: jobs end with their answer, and figures are there all day. */
export const AT_ONCE: Partial<Settings> = {
	broadcastSeconds: 0,
	publishSeconds: 0,
	statisticsHour: 0,
};
