import {
	condition,
	enrichBy,
	filterBy,
	hasField,
	hasRun,
	ifAll,
	setFields,
	summarize,
} from '../lib/nodes.mjs';
import { settingCode } from '../lib/settings.mjs';
import { DAILY, MEMBERS, ago } from './shared.mjs';

/** Nodes that expressions of several sections name. */
export const LAYERS = 'Layer of each member';
export const CONTENTS = 'Contents';

const since = (column, duration) =>
	`$json.${column} && $json.${column}.toDateTime().toMillis() >= ${ago(duration)}.toMillis()`;

/** What a follower does; what the account or WeChat does is no sign of life. */
const OWN_KINDS =
	'^(text|image|voice|video|shortvideo|location|link|comment|event\\.(CLICK|VIEW|SCAN|view_miniprogram|scancode_.+|pic_.+|location_select))$';

/** Members with their layer, whether they can be written to, and how often they took part. */
export function layers(w, store, froms) {
	const section = w.section(
		'## 9. 给成员分层\n进群 7 天内为新成员；30 天内互动够多为活跃；其余为沉默。48 小时内发过消息、没有退订的，才能收客服消息。',
		{ line: 7 },
	);
	const wishes = section.put(
		'Opt-outs',
		store.get('wechat_consents', [['status', 'eq', 'optOut']]),
		0,
	);
	const contents = section.put(
		CONTENTS,
		store.get('wechat_group_contents', [['isActive', 'isTrue']]),
		1,
	);
	const members = section.put('Members', store.get(MEMBERS, [['groupKey', 'isNotEmpty']]), 2, 0);
	const interactions = section.put(
		'Interactions of 30 days',
		store.get('wechat_interactions', [['at', 'gte', `={{ ${ago('{ days: 30 }')}.toISO() }}`]]),
		2,
		1,
	);
	const own = section.put(
		'What followers did',
		filterBy(condition('={{ $json.kind }}', 'regex', OWN_KINDS)),
		3,
		1,
		{ alwaysOutputData: true },
	);
	const figures = section.put(
		'Messages among them',
		setFields({
			openId: "={{ $json.openId ?? '' }}",
			times: ['number', '={{ $json.key ? 1 : 0 }}'],
			messages: [
				'number',
				`={{ !$json.bizmsgmenuid && /^(text|image|voice|video|shortvideo|location|link)$/.test($json.kind ?? '') && ${since('at', '{ hours: 48 }')} ? 1 : 0 }}`,
			],
		}),
		4,
		1,
	);
	const counted = section.put(
		'Count by person',
		summarize('openId', ['sum', 'times'], ['sum', 'messages']),
		5,
		1,
	);
	const merged = section.put('Members with figures', enrichBy('openId'), 6, 0);
	const real = section.put('Real members', filterBy(hasField()), 7, 0);
	const times = '($json.sum_times ?? 0)';
	const isActive = `${times} >= Number(${settingCode('groupActiveMin', "'8'")})`;
	const layered = section.put(
		LAYERS,
		setFields(
			{
				layer: `={{ ${since('at', '{ days: 7 }')} ? 'new' : ${isActive} ? 'active' : 'silent' }}`,
				isActive: ['boolean', `={{ ${isActive} }}`],
				isReachable: [
					'boolean',
					`={{ ($json.sum_messages ?? 0) > 0 && !$('${wishes}').all().some(({ json }) => json.openId === $json.openId) }}`,
				],
			},
			{ keep: true },
		),
		8,
		0,
	);
	const isDaily = section.put('Is it the daily run?', ifAll(hasRun(DAILY)), 9, 0);
	for (const from of froms) w.link(from.node, wishes, from);
	w.chain(wishes, contents, members, merged, real, layered, isDaily);
	w.link(contents, interactions).chain(interactions, own, figures, counted);
	w.link(counted, merged, { input: 1 });
	return isDaily;
}
