import {
	activity,
	batches,
	condition,
	coreNode,
	hasField,
	hasRun,
	ifAll,
	locator,
	setFields,
	wechatApi,
} from '../lib/nodes.mjs';
import { NOW, NOW_CODE, settingCode } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import { asHtml, awarded, REVIEW, ROWS, RUBRIC, RULES, TABLE } from './shared.mjs';

/** Points, draft and message for decisions, one by one; every step may be repeated. */
export function settle(w, store, froms) {
	const score = w.section('## 8. 记分\n一份一份地办。评分和积分写成行，同一次评审只写一次。', {
		line: 6,
	});
	const each = score.put('Each reviewed submission', batches(1), 0, 0);
	const row = score.put('The submission', setFields({}, { keep: true }), 1, 1);
	const code = `$('${row}').first().json`;
	const rows = score.put(
		'Rows of the author',
		store.get(ROWS, [
			['openId', 'eq', '={{ $json.openId }}'],
			['activityId', 'eq', '={{ $json.activityId }}'],
		]),
		2,
		1,
	);
	const event = { key: `={{ 'review:' + ${code}.reviewCode }}`, at: `={{ ${code}.reviewedAt }}` };
	const known = { rowsFrom: 'json', rows: `={{ $('${rows}').all() }}` };
	const rate = score.put(
		'Score by the rubric',
		activity('submission', 'score', {
			submission: `={{ ${code}.key }}`,
			judge: `={{ ${code}.judge || '评审' }}`,
			rubric: { entry: RUBRIC.map((name) => ({ name, max: 10, weight: 1 })) },
			scores: `={{ ${code}.scores }}`,
			...known,
			event,
			options: { now: NOW },
		}),
		3,
		1,
		{ executeOnce: true },
	);
	const judge = score.put(
		'Review the submission',
		activity('submission', 'review', {
			submission: `={{ ${code}.key }}`,
			decision: `={{ ${code}.status === 'approved' ? 'approve' : 'reject' }}`,
			note: `={{ ${code}.note }}`,
			award: -1,
			...known,
			event,
			options: { ...RULES, now: NOW },
		}),
		4,
		1,
	);
	const stored = score.put('Store score and review', store.upsert(ROWS), 5, 0);
	const noted = score.put(
		'Note the result',
		store.update(TABLE, [['key', 'eq', `={{ ${code}.key }}`]], {
			score: `={{ Math.round($('${rate}').first().json.activity.score) }}`,
			points: `={{ $json.activity.status === 'approved' ? Number(${awarded}) : 0 }}`,
		}),
		5,
		1,
	);
	for (const from of froms) w.link(from, each);
	w.link(each, row, { output: 1 }).chain(row, rows, rate, judge, noted);
	w.link(rate, stored, { output: 1 }).link(judge, stored, { output: 1 });

	const draft = w.section(
		'## 9. 草稿\n入选的做成图文草稿，发表由人决定。没有配图的用默认封面；都没有，就请员工自己建。',
		{ line: 7 },
	);
	const isApproved = draft.put(
		'Does it need a draft?',
		ifAll(
			condition('={{ $json.status }}', 'equals', 'approved'),
			condition('={{ $json.draftMediaId }}', 'empty'),
		),
		0,
	);
	const cover = `($json.permanentMediaId || ${settingCode('submissionCoverMediaId')})`;
	const hasCover = draft.put(
		'Is there a cover?',
		ifAll(condition(`={{ ${cover} }}`, 'notEmpty')),
		1,
	);
	const create = draft.put(
		'Prepare the draft',
		wechatApi('draft', 'create', {
			title: "={{ '茶友来稿：' + $json.text.replace(/\\s+/g, ' ').slice(0, 18) }}",
			content: `={{ ${asHtml('$json.text')} + ($json.permanentUrl ? '<p><img src="' + $json.permanentUrl + '"></p>' : '') }}`,
			thumbMediaId: locator(`={{ ${cover} }}`),
			additionalFields: {
				author: '茶友来稿',
				digest: "={{ $json.text.replace(/\\s+/g, ' ').slice(0, 54) }}",
				openComments: true,
			},
		}),
		2,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const draftNoted = draft.put(
		'Note the draft',
		store.update(TABLE, [['key', 'eq', `={{ ${code}.key }}`]], {
			draftMediaId: '={{ $json.mediaId }}',
		}),
		3,
	);
	const ready = draft.put(
		'Tell staff about the draft',
		notifyStaff(
			"'投稿入选，草稿已备好，请在公众号后台的草稿箱检查后发表：' + $json.text.slice(0, 30)",
		),
		4,
	);
	const byHand = draft.put(
		'Ask staff for a draft',
		notifyStaff(
			`'投稿入选，请手动建草稿' + ($json.error ? '（' + ($json.error.message ?? $json.error) + '）' : '（没有封面图）') + '：\\n' + ${code}.text`,
		),
		3,
		1,
	);
	w.chain(noted, isApproved, hasCover, create, draftNoted, ready);
	w.link(hasCover, byHand, { output: 1 }).link(create, byHand, { output: 1 });

	const tell = w.section(
		'## 10. 告诉作者\n作者 48 小时内来过才收得到客服消息，发不出也没关系：“投稿查询”总能看到。先占用，再发送，不会重复。',
		{ line: 8 },
	);
	const claim = tell.put(
		'Claim the message',
		store.update(
			TABLE,
			[
				['key', 'eq', `={{ ${code}.key }}`],
				['toldAt', 'isEmpty'],
			],
			{ toldAt: NOW },
		),
		0,
	);
	const isOurs = tell.put('Is it ours to send?', ifAll(hasField()), 1);
	const text = `(json => json.at.toDateTime().setZone('Asia/Shanghai').toFormat('M 月 d 日') + '的投稿' + (json.status === 'approved' ? '入选了！评分 ' + json.score + '，获得 ' + json.points + ' 积分，我们会择期发表并署名。' : '这次没有入选，谢谢您的分享，欢迎再投。') + (json.note ? '\\n评审意见：' + json.note : ''))($json)`;
	const send = tell.put(
		'Tell the author',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: '={{ $json.openId }}',
			text: `={{ ${text} }}`,
		}),
		2,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const sent = tell.put(
		'Record the message',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `${code}.key`,
				openId: `${code}.openId`,
				at: NOW_CODE,
				text: '$json.text',
			}),
		),
		3,
	);
	const done = tell.put(
		'Settled',
		store.update(TABLE, [['key', 'eq', `={{ ${code}.key }}`]], { isSettled: true }),
		4,
	);
	for (const node of [ready, byHand]) w.link(node, claim);
	w.link(isApproved, claim, { output: 1 });
	w.chain(claim, isOurs, send, sent, done, each);
	w.link(isOurs, done, { output: 1 }).link(send, done, { output: 1 });

	const isForm = score.put('Is a reviewer waiting?', ifAll(hasRun(REVIEW)), 1, 0);
	const thank = score.put(
		'Thank the reviewer',
		coreNode('form', 2.5, {
			operation: 'completion',
			respondWith: 'text',
			completionTitle: '评审完成',
			completionMessage: '谢谢！积分已记入，作者会得到通知；入选的已备好草稿，请检查后发表。',
			options: {},
		}),
		2,
		0,
		{ executeOnce: true, webhook: true },
	);
	w.link(each, isForm).chain(isForm, thank);
}
