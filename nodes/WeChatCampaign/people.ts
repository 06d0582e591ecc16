import { DAY_MS } from '../shared/calendar/days';
import { spelledAsUsual } from '../shared/message/kinds';
import type { Records, Where } from '../shared/records/port';
import type { RowOf } from '../shared/records/table';
import { interactions } from '../shared/records/tables/interactions';
import { noticeConsents } from '../shared/records/tables/noticeConsents';
import type { AudienceInteraction } from '../shared/segment/audience';
import type { Campaign } from './engine/campaign';

/** What counts for campaigns, by OpenID. */
export type History = ReadonlyMap<string, readonly AudienceInteraction[]>;

/** WeChat's windows are open for two days. */
const LEAST_DAYS = 2;

type ConsentRow = RowOf<typeof noticeConsents>;
type InteractionRow = RowOf<typeof interactions>;

/** When each person last took consents back. */
function takenBackBy(rows: readonly ConsentRow[]): ReadonlyMap<string, number> {
	const moments = new Map<string, number>();
	for (const { openId, answer, at } of rows) {
		if (answer === 'reject') moments.set(openId, Math.max(moments.get(openId) ?? 0, at ?? 0));
	}
	return moments;
}

/** @param takenBackAt what was sent before it used up none of the consents that came after it */
const asInteraction = (
	{ kind, at, eventKey, data }: InteractionRow,
	takenBackAt: number,
): AudienceInteraction => ({
	kind: spelledAsUsual(kind),
	at: at ?? 0,
	templateId: (at ?? 0) > takenBackAt ? eventKey : '',
	auto: data.auto === true,
	...(typeof data.bizmsgmenuid === 'string' ? { bizmsgmenuid: data.bizmsgmenuid } : {}),
});

/**
 * What followers did and got lately, and which notices they agreed to. Read at once for all, or for one.
 *
 * @param openId whose; all when it is absent
 */
export async function historyFor(
	records: Records,
	{ rules, row: content }: Campaign,
	now: number,
	openId?: string,
): Promise<History> {
	const one: Where<typeof interactions> & Where<typeof noticeConsents> =
		openId === undefined ? {} : { openId };
	const from = now - Math.max(LEAST_DAYS, rules.perDays) * DAY_MS;
	const templateId = content.noticeTemplateId.trim();
	const needsConsents = rules.channels.includes('subscriptionNotice');
	const [recent, consents, notices] = await Promise.all([
		records.read(interactions, { where: { ...one, at: { from } } }),
		needsConsents ? records.read(noticeConsents, { where: { ...one, templateId } }) : [],
		needsConsents
			? records.read(interactions, { where: { ...one, kind: 'noticeSent', eventKey: templateId } })
			: [],
	]);
	const takenBack = takenBackBy(consents);
	const history = new Map<string, AudienceInteraction[]>();
	const put = (whose: string, interaction: AudienceInteraction): void => {
		const own = history.get(whose);
		if (own) own.push(interaction);
		else history.set(whose, [interaction]);
	};
	for (const each of new Map([...recent, ...notices].map((row) => [row.key, row])).values()) {
		put(each.openId, asInteraction(each, takenBack.get(each.openId) ?? -1));
	}
	for (const { openId: whose, answer, at } of consents) {
		if (answer !== 'accept' || (at ?? 0) <= (takenBack.get(whose) ?? -1)) continue;
		const kind = 'event.subscribe_msg_popup_event';
		put(whose, { kind, at: at ?? 0, accepted: [templateId] });
	}
	return history;
}
