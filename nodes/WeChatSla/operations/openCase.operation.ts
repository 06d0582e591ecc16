import { itemwise, type At, type Result } from '../../shared/engagement/recordOperation';
import { asText } from '../../shared/json';
import { collection, optionalText } from '../../shared/operations/fields';
import { readOne } from '../../shared/records/port';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { contactKey, contacts } from '../../shared/records/tables/contacts';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import { SELF_HARM } from '../../shared/text/urgent/urgent';
import { deadlineOf } from '../engine/deadline';
import { alarmsOf, isOpenAt, openingSummary, promiseText, tierAmong } from '../engine/opening';
import { saidIn, waitingOf, type Waiting } from '../engine/waiting';
import { channelField } from '../fields/channel';
import { repliesField, replyText, type ReplyName } from '../fields/replies';
import { settingsFields } from '../fields/settings';
import { recordedSettings } from '../records/book';
import { openCaseOf } from '../records/opening';

/** Epoch milliseconds by which a first answer is due; undefined when the policy has no target for it. */
function dueOf(waiting: Waiting, tier: string, settings: SlaSettings): number | undefined {
	const trigger = { ...waiting, key: waiting.eventKey, caseId: waiting.caseKey, tier };
	const event = { ...trigger, kind: 'userMessage' as const };
	const dueAt = deadlineOf(event, 'firstResponse', settings)?.dueAt;
	return dueAt ? Date.parse(dueAt) : undefined;
}

/** The tier as the field, the item, the contact and the case say, if it is open: a further message never loosens it. */
async function tierOf(
	{ records, json }: At,
	{ openId, channel, caseKey }: Waiting,
	given: string,
	{ policies, defaultTier }: SlaSettings,
): Promise<string> {
	const [contact, known] = await Promise.all([
		openId === '' ? undefined : readOne(records, contacts, { key: contactKey(openId) }),
		readOne(records, cases, { key: caseKey, state: 'open' }),
	]);
	const candidates = [given, asText(json.tier), contact?.tier ?? '', known?.tier ?? ''];
	return tierAmong(candidates, channel, policies, defaultTier);
}

function replyName(isInDanger: boolean, isOpening: boolean, isStaffThere: boolean): ReplyName {
	if (isInDanger) return 'inDanger';
	if (!isOpening) return 'joined';
	return isStaffThere ? 'whileOpen' : 'afterHours';
}

type To = 'joined' | 'opened' | 'urgent';

/** Opens the case of a message or comment that waits for a person, or joins the one that is open. */
export const openCase = itemwise({
	option: {
		name: 'Open Case',
		value: 'openCase',
		action: 'Open case',
		description:
			'Note that a message or comment waits for a person, with its deadline. A further message of the same follower joins the open case. What cannot wait, such as danger or a threat, has an output of its own.',
	},
	outputs: { opened: 'Opened', joined: 'Joined', urgent: 'Urgent' },
	fields: {
		caseChannel: channelField('A comment where the item is one, otherwise a chat'),
		caseTier: optionalText('Tier', {
			placeholder: 'e.g. negative',
			description:
				"Tier of the policies. Leave empty to take 'tier' of the item or of the contact. With several, separated by commas, the policy that comes first counts.",
		}),
		replies: repliesField,
		details: collection('Details', 'Add detail', {
			link: optionalText('Link', {
				placeholder: 'e.g. https://mp.weixin.qq.com/s/…',
				description: 'Where staff can see it, e.g. the article',
			}),
			openId: optionalText('OpenID', { description: 'Left out, that of the item is taken' }),
			reason: optionalText('Reason', {
				placeholder: 'e.g. 没有匹配的关键词',
				description: 'Why a person is needed; staff reads it',
			}),
			key: optionalText('Reference', {
				description: 'Tells this message from others. Left out, the key of the item is taken.',
			}),
			text: optionalText('Text', { description: 'Left out, that of the item is taken' }),
		}),
		...settingsFields,
	},
	tables: [cases, caseEvents, slaPolicies, contacts],
	async execute(at, { caseChannel, caseTier, replies, details, ...given }) {
		const { json, records, now } = at;
		const waiting = waitingOf(json, { ...details, channel: caseChannel }, now);
		const settings = await recordedSettings(records, given, now);
		const { calendar, policies } = settings;
		const tier = await tierOf(at, waiting, caseTier, settings);
		const { row, isOpening } = await openCaseOf(records, waiting, {
			tier,
			dueAt: dueOf(waiting, tier, settings),
		});
		const dueAt = row.dueAt ?? undefined;
		const alarms = alarmsOf(saidIn(json, details.text), json);
		const name = replyName(alarms.includes(SELF_HARM), isOpening, isOpenAt(waiting.at, calendar));
		const label = policies.find(row.tier, waiting.channel)?.label ?? row.tier;
		const summary = openingSummary(
			waiting,
			{ label, reason: details.reason ?? '', alarms, dueAt },
			calendar,
		);
		const isUrgent = alarms.length > 0;
		const result: Result<To> = {
			to: isUrgent ? 'urgent' : isOpening ? 'opened' : 'joined',
			json: {
				...json,
				...(waiting.link === '' ? {} : { link: waiting.link }),
				case: {
					key: row.key,
					openId: row.openId,
					channel: row.channel,
					tier: row.tier,
					state: row.state,
					openedAt: isoOf(row.openedAt),
					dueAt: isoOf(row.dueAt),
				},
				reply: replyText(name, replies, promiseText(dueAt, calendar)),
				summary,
				// Staff hears of each urgent message, also in a case that is open already.
				noticeKey: isUrgent ? `urgent:${waiting.eventKey}` : `opened:${row.openedBy}`,
			},
		};
		return [result];
	},
});

const isoOf = (epoch: number | null): string | null =>
	epoch === null ? null : new Date(epoch).toISOString();
