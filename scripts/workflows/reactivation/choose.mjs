import {
	condition,
	enrichBy,
	filterBy,
	hasField,
	ifAll,
	isTrue,
	mergeAppend,
	segment,
	setFields,
	setFieldsKeeping,
} from '../lib/nodes.mjs';
import { SEGMENT_TAGS } from '../lib/segments.mjs';
import { NOW, SHANGHAI_CODE, ago } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { CAMPAIGNS, TRIGGERS, listHas } from './common.mjs';

/** Outputs of *Choose Audience*. */
const NOT_REACHABLE = 3;
const ROWS_TO_STORE = 4;

/** Silent followers, with their wishes and what they have had; who gets the campaign now, and how. */
export function choosing(w, store, from) {
	const section = w.section(
		'## 3. 选人\n沉默和流失的人里：拒收的不发；能触达的留一成不发作对照；一周最多一条，避开夜间；只用微信允许的通道。',
		{ line: 1 },
	);
	const today = `${SHANGHAI_CODE}.toFormat('yyyy-MM-dd')`;
	const current = section.put(
		'Current campaign',
		setFields({
			campaign: [
				'object',
				`={{ $('${CAMPAIGNS}').all().map(({ json }) => json).find((row) => row.key && row.isActive && (!row.validFrom || row.validFrom <= ${today}) && (!row.validTo || ${today} <= row.validTo)) ?? {} }}`,
			],
		}),
		0,
		0,
		{ executeOnce: true },
	);
	const campaign = `$('${current}').first().json.campaign`;
	const isThere = section.put('Is there a campaign?', ifAll(hasField('campaign.key')), 0, 1);
	w.link(from, current).chain(current, isThere);

	const silent = section.put(
		'Segments to win back',
		filterBy(hasField(), isTrue(listHas(`${campaign}.segments`, '$json.segment'))),
		2,
		4,
	);
	const people = section.put('People with wishes', enrichBy('openId'), 4, 3);
	const segments = section.put('Segments', store.get('wechat_segments'), 1, 4);
	const contacts = section.put('Contacts', store.get('wechat_contacts'), 1, 3);
	const wishes = section.put(
		'Wishes of contacts',
		setFieldsKeeping(
			{
				openId: "={{ $json.openId ?? '' }}",
				optOut: ['boolean', "={{ /勿扰|退订/.test($json.remark ?? '') }}"],
			},
			['isFollower', 'tags'],
		),
		2,
		3,
	);
	w.link(isThere, contacts).link(contacts, wishes).link(wishes, people, { input: 1 });

	const known = section.put('What is known', mergeAppend(3), 4, 1);
	const consents = section.put('Consents', store.get('wechat_consents'), 1, 2);
	const asEvents = section.put(
		'Consents as interactions',
		setFields({
			key: "={{ $json.key ?? '' }}",
			openId: "={{ $json.openId ?? '' }}",
			kind: "={{ /^opt/.test($json.status ?? '') ? $json.status : 'event.subscribe_msg_popup_event' }}",
			at: "={{ $json.at ?? '' }}",
			accepted: `={{ $json.status === 'open' && $json.templateId === ${campaign}.noticeTemplateId ? $json.templateId : '' }}`,
		}),
		2,
		2,
	);
	const real = section.put('Known wishes', filterBy(hasField('openId')), 3, 2, {
		alwaysOutputData: true,
	});
	const interactions = section.put(
		'Interactions of eight days',
		store.get('wechat_interactions', [['at', 'gte', ago('days', 8)]]),
		1,
		1,
	);
	const decided = section.put(
		'Decided so far',
		store.get('wechat_audience', [
			['campaign', 'eq', `={{ ${campaign}.key }}`],
			['status', 'neq', 'pending'],
		]),
		1,
		0,
	);
	w.link(isThere, decided).link(decided, known, { input: 0 });
	w.link(isThere, interactions).link(interactions, known, { input: 1 });
	w.link(isThere, consents).chain(consents, asEvents, real).link(real, known, { input: 2 });
	w.link(isThere, segments).chain(segments, silent, people);

	const choose = section.put(
		'Choose audience',
		segment({
			operation: 'chooseAudience',
			campaign: `={{ ${campaign}.key }}`,
			channels: `={{ ['customerServiceMessage', ...(${campaign}.noticeTemplateId ? ['subscriptionNotice'] : []), ...(${campaign}.serviceTemplateId ? ['templateMessage'] : [])] }}`,
			holdOutPercent: `={{ ${campaign}.holdOutPercent ?? 10 }}`,
			maxMessages: 1,
			perDays: 7,
			quietFrom: '22:00',
			quietUntil: '08:00',
			options: { now: NOW, optOutTag: '勿扰' },
		}),
		5,
		2,
	);
	w.link(people, choose).link(known, choose, { input: 1 });
	return { choose, campaign };
}

/** Writes down who was chosen, before anything is sent; the rest is proposed to the staff. */
export function keeping(w, store, { choose, campaign }) {
	const section = w.section('## 4. 记名单\n先存后发；对照组只记不发。', { line: 2 });
	const rows = section.put(
		'Rows of the audience',
		setFields(
			{ status: "={{ $json.group === 'holdOut' ? 'skipped' : 'pending' }}" },
			{ keep: true },
		),
		0,
	);
	const fresh = section.put('New in the audience', store.missing('wechat_audience'), 1);
	const stored = section.put('Add to the audience', store.insert('wechat_audience'), 2);
	w.link(choose, rows, { output: ROWS_TO_STORE }).chain(rows, fresh, stored);

	const propose = w.section(
		'## 5. 提议群发\n其余的人只能靠群发。群发每月次数有限，由员工决定，不自动发。',
		{ line: 2 },
	);
	const reachable = propose.put(
		'Only by broadcast',
		// Who wants no messages or has left cannot be reached at all.
		filterBy(condition('={{ $json.reason }}', 'notStartsWith', 'The person')),
		0,
	);
	const isDay = propose.put(
		'Is it the day to propose?',
		ifAll(
			isTrue(
				`$('${TRIGGERS.byHand}').isExecuted || (${SHANGHAI_CODE}.weekday === 1 && $('${TRIGGERS.daily}').isExecuted)`,
			),
		),
		1,
		0,
		{ executeOnce: true },
	);
	const tags = `${campaign}.segments.split(/[,，、\\s]+/).map((name) => (${JSON.stringify(SEGMENT_TAGS)})[name] ?? name).join('、')`;
	const tell = propose.put(
		'Propose a broadcast',
		notifyStaff(
			`'【召回】“' + ${campaign}.name + '”还有 ' + $('${reachable}').all().length + ' 人不在 48 小时内，也没有同意订阅通知，只能群发。如要群发，请在公众号后台按标签（' + ${tags} + '）发送；服务号每人每月最多收到 4 次。'`,
		),
		2,
		0,
		{ executeOnce: true },
	);
	w.link(choose, reachable, { output: NOT_REACHABLE }).chain(reachable, isDay, tell);
}
