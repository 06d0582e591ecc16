import { sla } from '../nodes.mjs';
import { item, serviceEvent, slaFields } from '../service.mjs';
import { SETTINGS } from '../settings.mjs';

export const CASE = 'Case';
export const OPEN_NOW = 'Next minute of service';
export const DEADLINE = 'Answer is due';

const CONTACT = 'Contact';
const POLICIES = 'Policies';

/** One minute of business time: due within a minute means that somebody is there now. */
const PROBE = [{ tier: 'other', firstResponse: 1, nextResponse: 0, resolution: 0 }];

/** JavaScript for the first of some tiers that has a target; `other` when none has. */
const tierOf = (candidates) =>
	`[${candidates.join(', ')}].find((tier) => tier && $('${POLICIES}').all().some(({ json }) => json.tier === tier)) ?? 'other'`;

/**
 * Opens the case of a chat with its deadline; see `handOver`.
 *
 * @returns names of the first and the last node
 */
export function openCase(
	w,
	store,
	{ message, at, line, number, isNegative, isQuestion, hasSettings },
) {
	const openId = `${message}.wechat.openId`;
	const open = w.section(
		`## ${number}. 转人工：登记\n先登记，再回复。期限按 wechat_sla_policies 和上班时间计算，由 03 号流程盯着。`,
		{ line },
	);
	const settings = hasSettings ? undefined : open.put(SETTINGS, store.get('wechat_settings'), 0);
	const contact = open.put(
		CONTACT,
		store.get('wechat_contacts', [['key', 'eq', `={{ ${openId} }}`]], { limit: 1 }),
		1,
	);
	const policies = open.put(POLICIES, store.get('wechat_sla_policies'), 2);
	const opened = open.put(
		CASE,
		item(
			`({ key: ${message}.wechat.dedupeKey, openId: ${openId}, channel: 'chat', kind: 'userMessage', at: ${at}, text: ${message}.Content ?? '', tier: ${tierOf([`${isNegative} ? 'negative' : ''`, `$('${CONTACT}').first().json.tier`, `${isQuestion} ? 'question' : ''`])} })`,
		),
		3,
		0,
		{ executeOnce: true },
	);
	const stored = open.put(
		'Open the case',
		store.put(
			'wechat_service_events',
			serviceEvent({
				key: '$json.key',
				caseId: '$json.openId',
				openId: '$json.openId',
				channel: 'chat',
				tier: '$json.tier',
				kind: 'userMessage',
				at: '$json.at',
				text: '$json.text',
			}),
		),
		4,
	);
	const options = { windowRule: 'replies', now: `={{ $('${CASE}').first().json.at }}` };
	const start = { start: `={{ $('${CASE}').first().json.at }}`, channel: 'chat' };
	const openNow = open.put(
		OPEN_NOW,
		sla({
			operation: 'calculateDeadline',
			...start,
			tier: 'other',
			...slaFields(POLICIES),
			policies: JSON.stringify(PROBE),
			options,
		}),
		5,
	);
	const deadline = open.put(
		DEADLINE,
		sla({
			operation: 'calculateDeadline',
			...start,
			tier: `={{ $('${CASE}').first().json.tier }}`,
			...slaFields(POLICIES),
			options,
		}),
		6,
		0,
		// Without a target the follower is handed over all the same.
		{ onError: 'continueRegularOutput' },
	);
	if (settings) w.link(settings, contact);
	w.chain(contact, policies, opened, stored, openNow, deadline);
	return { first: settings ?? contact, last: deadline };
}
