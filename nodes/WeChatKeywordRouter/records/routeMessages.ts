import sortBy from 'lodash/sortBy';
import uniq from 'lodash/uniq';
import { MINUTE_MS } from '../../shared/calendar/days';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { unanswered } from '../../shared/records/tables/unanswered';
import { Decider, type Decision, type DecisionTexts } from '../engine/decision';
import { numberMeant } from '../engine/reply';
import type { Router } from '../engine/router';
import type { Message } from '../engine/types';
import { decisionOf, hitKey, hitOf, hitRowOf, questionRowOf } from './answers';

type HitRow = RowOf<typeof keywordHits>;

/** Earlier answers of a person that are looked at: the last one, those of a cooldown, those given in turn. */
const MOST_EARLIER = 50;

/** So long a number, or a tap, answers the list of candidates that came before. */
const OFFER_LASTS_MS = 30 * MINUTE_MS;

/** What people were answered before, oldest first. */
async function earlierRows(records: Records, messages: readonly Message[]): Promise<HitRow[]> {
	const openIds = uniq(messages.map(({ openId }) => openId)).filter((openId) => openId !== '');
	const [openId] = openIds;
	if (openId === undefined) return [];
	const rows =
		openIds.length === 1
			? await records.read(keywordHits, {
					where: { openId },
					newestFirst: true,
					limit: MOST_EARLIER,
				})
			: await records.read(keywordHits, { among: { column: 'openId', values: openIds } });
	return sortBy(openIds.length === 1 ? rows.reverse() : rows, 'at');
}

/** The candidates that were the last thing a person was answered. */
class Offers {
	private readonly last = new Map<string, { at: number; keywordIds: string[] }>();

	constructor(rows: readonly HitRow[]) {
		for (const row of rows) this.note({ openId: row.openId, at: row.at ?? 0 }, decisionOf(row));
	}

	note({ openId, at }: Pick<Message, 'at' | 'openId'>, { menu }: Decision): void {
		this.last.set(openId, { at, keywordIds: menu.map(({ id }) => id) });
	}

	/** The message, as a tap where it is the number of one of the candidates. */
	understood(message: Message): Message {
		const offer = this.last.get(message.openId);
		const place = message.tapped === undefined ? numberMeant(message.text) : undefined;
		if (!offer || place === undefined || message.openId === '') return message;
		const age = message.at - offer.at;
		if (age < 0 || age > OFFER_LASTS_MS) return message;
		return { ...message, tapped: offer.keywordIds[place] };
	}
}

/** Notes which of the candidates somebody took: it tells what the question was about. */
async function noteChoice(records: Records, { openId, at }: Message, { keywordId }: Decision) {
	await records.claim(
		unanswered,
		{ openId, status: 'offered', at: { from: at - OFFER_LASTS_MS } },
		{ status: 'chosen', chosen: keywordId ?? '' },
	);
}

/**
 * Answers messages of one account, and keeps what became of each under its key. A message that is delivered
 * again gets the answer it got before. The row of the answer and that of the question are written side by side: a
 * run that was killed in between is made up for by the next delivery.
 *
 * @param openRouter is waited for while the earlier answers are read
 * @returns the answers, in the order of the messages
 */
export async function routeMessages(
	records: Records,
	messages: readonly Message[],
	openRouter: () => Promise<Router>,
	texts: DecisionTexts,
): Promise<Decision[]> {
	const [router, earlier] = await Promise.all([openRouter(), earlierRows(records, messages)]);
	const before = new Map(earlier.map((row) => [row.key, decisionOf(row)]));
	const decider = new Decider(router, earlier.map(hitOf), texts);
	const offers = new Offers(earlier);
	const decided = messages.map((message) => {
		const known = before.get(hitKey(message));
		if (known) return { message, decision: known, isKnown: true };
		const decision = decider.decideInTurn(offers.understood(message));
		offers.note(message, decision);
		return { message, decision, isKnown: false };
	});
	const [added] = await Promise.all([
		records.add(
			keywordHits,
			decided
				.filter(({ isKnown }) => !isKnown)
				.map(({ message, decision }) => hitRowOf(message, decision)),
		),
		records.add(
			unanswered,
			decided.flatMap(({ message, decision }) => questionRowOf(message, decision) ?? []),
		),
		...decided
			.filter(({ message, decision }) => decision.why === 'tapped' && message.openId !== '')
			.map(async ({ message, decision }) => await noteChoice(records, message, decision)),
	]);
	// Where the same message was answered by another run meanwhile, that answer counts.
	const written = new Map(
		added.filter(({ isNew }) => !isNew).map(({ row }) => [row.key, decisionOf(row)]),
	);
	return decided.map(({ message, decision }) => written.get(hitKey(message)) ?? decision);
}
