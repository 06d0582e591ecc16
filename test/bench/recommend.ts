/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals */
import { buildModel } from '../../nodes/WeChatRecommend/engine/model';
import { Recommender } from '../../nodes/WeChatRecommend/engine/recommend';
import { evaluate } from '../../nodes/WeChatRecommend/engine/evaluate';
import type {
	CatalogueItem,
	HistoryEvent,
	Settings,
} from '../../nodes/WeChatRecommend/engine/types';
import { generator } from '../harness/random';

const PEOPLE = 10_000;
const ITEMS = 1_000;
const EVENTS_PER_PERSON = 20;
const TASTES = 25;
/** The rival needs minutes for everybody; its time for these is multiplied. */
const RIVAL_PEOPLE = 200;
const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T09:00:00+08:00');

const settings: Settings = {
	now: NOW,
	count: 5,
	weights: { tags: 1, together: 1, fresh: 0.3, popular: 0.3 },
	diversity: 0.3,
	noRepeatDays: 30,
	repeatKnown: false,
	interestHalfLife: 30,
	freshHalfLife: 14,
};

/** People with two tastes each; three of four things they read are of their tastes, the rest popular. */
function world(): { catalogue: CatalogueItem[]; history: HistoryEvent[] } {
	const random = generator(7);
	const pick = (count: number) => Math.floor(random() * count);
	// Squared: the first ones of each taste are read far more often.
	const favourite = (count: number) => Math.floor(random() ** 2 * count);
	const catalogue = [...Array(ITEMS).keys()].map((number) => ({
		itemId: `item-${String(number).padStart(4, '0')}`,
		title: `第${number}篇`,
		tags: [`taste-${number % TASTES}`, `topic-${pick(100)}`],
		category: number % 5 === 0 ? '优惠' : '文章',
		url: 'https://example.com',
		picUrl: '',
		publishedAt: NOW - pick(180) * DAY,
		popularity: 0,
		audience: [],
	}));
	const history = [...Array(PEOPLE).keys()].flatMap((person) => {
		const tastes = [pick(TASTES), pick(TASTES)];
		return [...Array(EVENTS_PER_PERSON).keys()].map((step) => {
			const taste = tastes[step % 2] ?? 0;
			const own = favourite(ITEMS / TASTES) * TASTES + taste;
			const item = random() < 0.75 ? own : favourite(ITEMS);
			return {
				openId: `o${person}`,
				itemId: catalogue[item]?.itemId ?? '',
				kind: random() < 0.3 ? 'shown' : 'read',
				at: NOW - Math.floor(random() * 120 * DAY),
			};
		});
	});
	return { catalogue, history };
}

/**
 * The rival: item-based co-occurrence as it is usually written down. The readers of each item are
 * collected once; then every candidate's are compared with those of every item a person has read, and
 * nothing else is taken into account.
 */
class Naive {
	private readonly readers = new Map<string, Set<string>>();

	private readonly own = new Map<string, Set<string>>();

	constructor(
		private readonly catalogue: CatalogueItem[],
		history: HistoryEvent[],
	) {
		for (const { openId, itemId, kind } of history) {
			if (kind !== 'read') continue;
			this.readers.set(itemId, (this.readers.get(itemId) ?? new Set()).add(openId));
			this.own.set(openId, (this.own.get(openId) ?? new Set()).add(itemId));
		}
	}

	private readersOf(itemId: string): Set<string> {
		return this.readers.get(itemId) ?? new Set();
	}

	recommend(openId: string): string[] {
		const own = this.own.get(openId) ?? new Set();
		const scored = this.catalogue
			.filter(({ itemId }) => !own.has(itemId))
			.map(({ itemId }) => {
				const others = this.readersOf(itemId);
				let score = 0;
				for (const mine of [...own].map((known) => this.readersOf(known))) {
					let both = 0;
					for (const reader of mine) if (others.has(reader)) both += 1;
					score += both / Math.sqrt(mine.size * others.size || 1);
				}
				return { itemId, score };
			});
		return scored
			.sort((a, b) => b.score - a.score)
			.slice(0, settings.count)
			.map(({ itemId }) => itemId);
	}
}

function timed<T>(work: () => T): [T, number] {
	const startedAt = performance.now();
	return [work(), performance.now() - startedAt];
}

/** Recommends to 10,000 people out of 1,000 items with 200,000 events, against the naive way. */
export async function bench(): Promise<void> {
	const { catalogue, history } = world();
	const people = [...Array(PEOPLE).keys()].map((number) => `o${number}`);
	const run = () => {
		const [model, building] = timed(() => buildModel(catalogue, history, NOW));
		const recommender = new Recommender(model, settings);
		const [lists, choosing] = timed(() =>
			people.map((openId) => recommender.recommend({ openId, tags: [], groups: [], exclude: [] })),
		);
		return { lists, building, choosing };
	};
	run();
	const { lists, building, choosing } = run();
	const naive = new Naive(catalogue, history);
	const [, rival] = timed(() =>
		people.slice(0, RIVAL_PEOPLE).map((openId) => naive.recommend(openId)),
	);
	const perPerson = (building + choosing) / PEOPLE;
	console.log(
		`${lists.length} people, ${ITEMS} items, ${history.length} events: learning ${building.toFixed(0)} ms, choosing ${choosing.toFixed(0)} ms, ${perPerson.toFixed(3)} ms a person`,
	);
	console.log(
		`naive: ${(rival / RIVAL_PEOPLE).toFixed(1)} ms a person, ${(rival / RIVAL_PEOPLE / perPerson).toFixed(0)}× as long`,
	);
	console.log(`memory: ${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MB`);
	const [judged, judging] = timed(() => evaluate(catalogue, history, settings));
	console.log(
		`evaluate: hit rate at ${settings.count} ${(judged.hitRate * 100).toFixed(1)} % against ${(judged.popularityHitRate * 100).toFixed(1)} % of the most popular (lift ${judged.lift?.toFixed(2)}), coverage ${(judged.coverage * 100).toFixed(0)} %, ${judging.toFixed(0)} ms`,
	);
}
