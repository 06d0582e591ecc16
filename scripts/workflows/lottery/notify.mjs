import { batches, filterBy, hasField, ifAll, isTrue, wechatApi } from '../lib/nodes.mjs';
import { NOW, NOW_CODE } from '../lib/settings.mjs';
import { sentRow } from '../lib/steps.mjs';

/** Tells the winners of published draws, each once. `from` is the node that reads those draws. */
export function notifyWinners(w, store, { from, line }) {
	const section = w.section(
		'## 9. 通知中奖人\n只通知已公布的各期。一人一条客服消息，先占住再发，发过就记录；48 小时内没来过的人发不到，等他回复“中奖查询”。',
		{ line },
	);
	const pending = section.put(
		'Winners to notify',
		store.get('wechat_winners', [['status', 'eq', 'pending']]),
		0,
	);
	const draw = `$('${from}').all().find(({ json }) => json.key === $json.activityId)?.json`;
	const isPublished = section.put(
		'Is the draw published?',
		filterBy(isTrue(`${draw} ? true : false`)),
		1,
	);
	const each = section.put('Winner by winner', batches(1), 2);
	const claim = section.put(
		'Claim the notice',
		store.update(
			'wechat_winners',
			[
				['key', 'eq', '={{ $json.key }}'],
				['status', 'eq', 'pending'],
			],
			{ status: 'sending', notifiedAt: NOW },
		),
		3,
	);
	const isOurs = section.put('Is it ours to send?', ifAll(hasField('openId')), 4);
	const winner = `$('${each}').first(1).json`;
	const text = `'恭喜！您在「' + $('${from}').all().find(({ json }) => json.key === ${winner}.activityId)?.json.name + '」中获得' + ${winner}.prize + '（参与编号 ' + ${winner}.entry + '）。\\n请在 15 天内回复“人工”登记地址，我们免费寄出。'`;
	const send = section.put(
		'Send the notice',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: `={{ ${winner}.openId }}`,
			text: `={{ ${text} }}`,
		}),
		5,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const record = section.put(
		'Record the notice',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'winner:' + ${winner}.key`,
				openId: `${winner}.openId`,
				at: NOW_CODE,
				text: '$json.text',
			}),
		),
		6,
	);
	const sent = section.put(
		'Mark as sent',
		store.update('wechat_winners', [['key', 'eq', `={{ ${winner}.key }}`]], { status: 'sent' }),
		7,
	);
	const unreachable = section.put(
		'Mark as unreachable',
		store.update('wechat_winners', [['key', 'eq', `={{ ${winner}.key }}`]], {
			status: 'unreachable',
		}),
		6,
		1,
	);
	w.chain(from, pending, isPublished, each).link(each, claim, { output: 1 });
	w.chain(claim, isOurs, send, record, sent, each);
	w.link(isOurs, each, { output: 1 });
	w.link(send, unreachable, { output: 1 }).link(unreachable, each);
}
