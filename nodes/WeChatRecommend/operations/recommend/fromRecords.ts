import type { IDataObject } from 'n8n-workflow';
import { attempted, type Item, type Outcome } from '../../../shared/engagement/recordOperation';
import { isRecord } from '../../../shared/json';
import type { Records } from '../../../shared/records/port';
import type { NewRow } from '../../../shared/records/table';
import { comments } from '../../../shared/records/tables/comments';
import { interactions } from '../../../shared/records/tables/interactions';
import { buildModel } from '../../engine/model';
import { Recommender } from '../../engine/recommend';
import { eventsOf, itemsByName, type ItemsByName, type Recorded } from '../../engine/recorded';
import { recommendedJson } from '../../engine/results';
import type { Texts } from '../../engine/texts';
import type { CatalogueItem, Settings } from '../../engine/types';
import { personFor, settingsOf, textsOf, type recommendFields } from './fields';
import { recordedAbout } from './recorded';

/*
 * The history is what the nodes have recorded: interactions that name an item. What is shown is recorded there as
 * well, under the message that asked for it: the same message again gets the same answer.
 */

export const TABLES = [interactions, comments];

/** Outputs, with what stands on the canvas. */
export const OUTPUTS = { recommended: 'Recommended', nothingFound: 'Nothing Found' };

type To = keyof typeof OUTPUTS;
type RecommendItem = Item<typeof recommendFields>;

/** The message that an item stands for; '' for an item of another kind. */
function requestOf({ wechat }: IDataObject): string {
	return isRecord(wechat) && typeof wechat.dedupeKey === 'string' ? wechat.dedupeKey : '';
}

/** What an account knows in one run; its first item decides about catalogue, options and texts. */
class Account {
	private readonly recommenders = new Map<string, Recommender>();
	/** Messages to which something was shown. */
	private readonly answered: ReadonlySet<unknown>;
	/** What is to be recorded before anything is given. */
	readonly shown: Array<NewRow<typeof interactions>> = [];

	private constructor(
		private readonly known: {
			catalogue: CatalogueItem[];
			items: ItemsByName;
			recorded: Recorded;
			settings: Settings;
			texts: Texts;
		},
	) {
		this.answered = new Set(known.recorded.interactions.map(({ data }) => data.request));
	}

	static async of({ at: { ctx, records }, values }: RecommendItem): Promise<Account> {
		const [settings, texts] = [settingsOf(values), textsOf(values)];
		const catalogue = values.catalogue(ctx);
		const items = itemsByName(catalogue);
		const recorded = await recordedAbout(records, [...items.keys()], settings.now);
		return new Account({ catalogue, items, recorded, settings, texts });
	}

	/** Recommends as if what an earlier delivery of the same message has shown had not been. */
	private recommenderFor(request: string): Recommender {
		const isRepeated = request !== '' && this.answered.has(request);
		const name = isRepeated ? request : '';
		const before = this.recommenders.get(name);
		if (before) return before;
		const { catalogue, items, recorded, settings } = this.known;
		const { interactions: rows } = recorded;
		const others = isRepeated ? rows.filter(({ data }) => data.request !== request) : rows;
		const events = eventsOf({ ...recorded, interactions: others }, items);
		const recommender = new Recommender(buildModel(catalogue, events, settings.now), settings);
		this.recommenders.set(name, recommender);
		return recommender;
	}

	/** The item of a person, with what is recommended. */
	recommendTo({ at: { itemIndex, json }, values }: RecommendItem): { to: To; json: IDataObject } {
		const { settings, texts } = this.known;
		const { now } = settings;
		const request = requestOf(json);
		const person = personFor(json, itemIndex, values);
		const found = this.recommenderFor(request).recommend(person);
		for (const { item } of found) {
			const { openId } = person;
			const key = `shown:${request || `${openId}:${now}`}:${item.itemId}`;
			const row = { key, openId, kind: 'shown', at: now, articleId: item.itemId };
			this.shown.push({ ...row, isOutgoing: true, data: { request } });
		}
		return {
			to: found.length > 0 ? 'recommended' : 'nothingFound',
			json: { ...json, ...recommendedJson(found, texts) },
		};
	}
}

/**
 * Recommends to the person of each item by what the nodes have recorded, and records what is shown before it is
 * given: a run that is killed in between shows it the next time.
 */
export async function recommendAll(items: RecommendItem[]): Promise<Array<Outcome<To>>> {
	const accounts = new Map<Records, Promise<Account>>();
	const outcomes: Array<Outcome<To>> = [];
	for (const item of items) {
		const { ctx, records } = item.at;
		const outcome = await attempted(async () => {
			const account = accounts.get(records) ?? Account.of(item);
			accounts.set(records, account);
			return [(await account).recommendTo(item)];
		});
		outcomes.push(outcome);
		// The run ends with this error, so nothing is recorded.
		if ('error' in outcome && !ctx.continueOnFail()) return outcomes;
	}
	const failures = new Map<Records, unknown>();
	for (const [records, opened] of accounts) {
		try {
			await records.add(interactions, (await opened).shown);
		} catch (error) {
			failures.set(records, error);
		}
	}
	return outcomes.map((outcome, position) => {
		const records = items[position]?.at.records;
		return records && failures.has(records) ? { error: failures.get(records) } : outcome;
	});
}
