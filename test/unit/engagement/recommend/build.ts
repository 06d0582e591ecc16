import fc from 'fast-check';
import { buildModel } from '../../../../nodes/WeChatRecommend/engine/model';
import { Recommender } from '../../../../nodes/WeChatRecommend/engine/recommend';
import type {
	CatalogueItem,
	HistoryEvent,
	Person,
	Recommendation,
	Settings,
} from '../../../../nodes/WeChatRecommend/engine/types';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-24T09:00:00+08:00');

export const item = (itemId: string, fields: Partial<CatalogueItem> = {}): CatalogueItem => ({
	itemId,
	title: `题${itemId}`,
	tags: [],
	category: '',
	url: '',
	picUrl: '',
	popularity: 0,
	audience: [],
	...fields,
});

export const event = (
	openId: string,
	itemId: string,
	fields: Partial<HistoryEvent> = {},
): HistoryEvent => ({ openId, itemId, kind: 'read', at: NOW - DAY, ...fields });

export const person = (openId: string, fields: Partial<Person> = {}): Person => ({
	openId,
	tags: [],
	groups: [],
	exclude: [],
	...fields,
});

export const settings = (changes: Partial<Settings> = {}): Settings => ({
	now: NOW,
	count: 3,
	weights: { tags: 1, together: 1, fresh: 0.3, popular: 0.3 },
	diversity: 0,
	noRepeatDays: 30,
	repeatKnown: false,
	interestHalfLife: 30,
	freshHalfLife: 14,
	...changes,
});

export function recommend(
	catalogue: CatalogueItem[],
	events: HistoryEvent[],
	who: Person,
	changes: Partial<Settings> = {},
): Recommendation[] {
	const rules = settings(changes);
	return new Recommender(buildModel(catalogue, events, rules.now), rules).recommend(who);
}

export const ids = (recommendations: Recommendation[]): string[] =>
	recommendations.map(({ item: { itemId } }) => itemId);

const TAGS = ['美食', '旅行', '育儿', '数码'];
const KINDS = ['shown', 'read', 'clicked', 'bought', 'dismissed'];
const moment = fc.integer({ min: NOW - 90 * DAY, max: NOW + DAY });

/** A small world: a catalogue with ids of its own, and a history about it. */
export const world = fc.record({
	catalogue: fc.uniqueArray(
		fc.record({
			itemId: fc.integer({ min: 1, max: 30 }).map(String),
			title: fc.constant('题'),
			tags: fc.subarray(TAGS),
			category: fc.constantFrom('', '文章', '优惠'),
			url: fc.constant('https://example.com'),
			picUrl: fc.constant(''),
			publishedAt: fc.option(moment, { nil: undefined }),
			validFrom: fc.option(moment, { nil: undefined }),
			validTo: fc.option(moment, { nil: undefined }),
			popularity: fc.nat(100),
			audience: fc.constantFrom<string[]>([], [], ['VIP']),
		}),
		{ selector: ({ itemId }) => itemId, minLength: 1, maxLength: 20 },
	),
	events: fc.array(
		fc.record({
			openId: fc.constantFrom('oA', 'oB', 'oC', 'oD'),
			itemId: fc.integer({ min: 1, max: 32 }).map(String),
			kind: fc.constantFrom(...KINDS),
			at: moment,
		}),
		{ maxLength: 60 },
	),
	person: fc.record({
		openId: fc.constantFrom('oA', 'oB', 'oNew'),
		tags: fc.subarray([...TAGS, 'vip']),
		groups: fc.constant<string[]>([]),
		exclude: fc.subarray(['1', '2', '3']),
	}),
	rules: fc.record({
		count: fc.integer({ min: 1, max: 8 }),
		diversity: fc.constantFrom(0, 0.3, 1),
		noRepeatDays: fc.constantFrom(0, 7, 30),
		repeatKnown: fc.boolean(),
	}),
});
