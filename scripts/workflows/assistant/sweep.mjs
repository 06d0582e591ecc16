import { hasField, ifAll } from '../lib/nodes.mjs';
import { serviceEvent } from '../lib/service.mjs';
import { NOW_CODE } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { QUESTIONS } from './names.mjs';

/** Gives to staff what was asked and not answered, for instance because n8n was stopped. */
export function sweep(w, store, from) {
	const section = w.section('## 7. 没有答完的\n例如当时断电：五分钟后交给员工，不重复发给粉丝。', {
		line: 7,
	});
	const left = section.put(
		'Questions left behind',
		store.get(QUESTIONS, [
			['status', 'neq', 'answered'],
			['status', 'neq', 'person'],
			['at', 'lt', `={{ ${NOW_CODE}.toDateTime().minus({ minutes: 5 }).toUTC().toISO() }}`],
		]),
		0,
	);
	const claimed = section.put(
		'Claim for a person',
		store.update(
			QUESTIONS,
			[
				['key', 'eq', '={{ $json.key }}'],
				['status', 'eq', '={{ $json.status }}'],
			],
			{ status: 'person' },
		),
		1,
	);
	const isAny = section.put('Is there one?', ifAll(hasField()), 2);
	const event = section.put(
		'Open a case for it',
		store.put(
			'wechat_service_events',
			serviceEvent({
				key: '$json.key',
				caseId: '$json.openId',
				openId: '$json.openId',
				channel: 'chat',
				tier: "'question'",
				kind: 'userMessage',
				at: '$json.at',
				text: '$json.question',
			}),
		),
		3,
	);
	const told = section.put(
		'Tell staff about it',
		notifyStaff(
			"'【AI 没有答完】' + $json.text.slice(0, 200) + '\\n粉丝：' + $json.openId + '\\n请看一下聊天记录，人工回复。'",
		),
		4,
	);
	w.link(from.node, left, from).chain(left, claimed, isAny, event, told);
}
