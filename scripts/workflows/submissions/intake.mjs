import {
	activity,
	condition,
	ifAll,
	isTrue,
	setFields,
	switchBy,
	textInsight,
	wechatReply,
} from '../lib/nodes.mjs';
import { sentAt } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { awarded, reviewLink, ROWS, RUBRIC, RULES, TABLE, TEXT } from './shared.mjs';

/** Words of these kinds are not taken in at all; others are pointed out to the reviewer. */
const REFUSED = ['abuse', 'adult', 'drugs', 'fraud', 'gambling', 'selfHarm', 'weapons'];

const words = `$json.insight.sensitiveWords`;
const isRefused = `${JSON.stringify(REFUSED)}.includes(category)`;

function takeIn(w, store, from) {
	const message = `$('${TEXT}').first().json`;
	const begin = w.section(
		'## 2. 读投稿\n“投稿：文字”是投稿，“投稿 查询”看结果，只写“投稿”是问怎么投。',
		{
			line: 1,
		},
	);
	const read = begin.put(
		'Read the text',
		setFields({
			text: `={{ ${message}.Content.trim().replace(/^投稿[：:，,\\s]*/, '') }}`,
			activityId: `={{ 'submission:' + DateTime.fromSeconds(Number(${message}.CreateTime), { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd') }}`,
		}),
		0,
		0,
	);
	const kind = begin.put(
		'What does it ask for?',
		switchBy(
			{
				'How to': condition('={{ $json.text }}', 'empty'),
				Query: condition('={{ $json.text }}', 'regex', '^(查询|进度|结果)$'),
			},
			{ fallback: 'Submission' },
		),
		1,
		0,
	);
	const howTo = begin.put(
		'Tell how to submit',
		wechatReply(
			`={{ '投稿方式：回复“投稿：”加上您的茶故事（至少 10 个字），每天一篇；收到后 10 分钟内可以再发一张配图。\\n评审看${RUBRIC.join('、')}三项，入选送 ' + ${awarded} + ' 积分并署名发表。\\n回复“投稿查询”看结果。' }}`,
		),
		2,
		0,
	);
	const own = begin.put(
		'Submissions of the person',
		store.get(TABLE, [['openId', 'eq', `={{ ${message}.wechat.openId }}`]], {
			orderBy: ['at', 'DESC'],
			limit: 3,
		}),
		2,
		1,
	);
	const line = `json.at.toDateTime().setZone('Asia/Shanghai').toFormat('M 月 d 日') + '：' + (json.status === 'approved' ? '入选，评分 ' + json.score + '，获得 ' + json.points + ' 积分。' : json.status === 'rejected' ? '这次没有入选。' : '等待评审。') + (json.note ? '\\n评审意见：' + json.note : '')`;
	const tell = begin.put(
		'Tell the state of submissions',
		wechatReply(
			`={{ $json.key ? '您最近的投稿\\n' + $('${own}').all().map(({ json }) => ${line}).join('\\n') : '您还没有投过稿。回复“投稿：”加上您的茶故事就可以。' }}`,
		),
		3,
		1,
		{ executeOnce: true },
	);
	w.link(from.node, read, from).chain(read, kind, howTo);
	w.link(kind, own, { output: 1 }).chain(own, tell);
	return kind;
}

function check(w, kind) {
	const message = `$('${TEXT}').first().json`;
	const section = w.section(
		'## 3. 内容检查\n违规内容当场退回；有轻生迹象的立刻转给员工；联系方式等只提醒评审。',
		{ line: 1 },
	);
	const insight = section.put(
		'Look at the text',
		textInsight({ operation: 'analyze', text: '={{ $json.text }}', options: {} }),
		0,
		0,
	);
	const isFit = section.put(
		'Is it fit to print?',
		ifAll(
			condition(
				`={{ ${words}.some(({ category }) => ${isRefused}) }}`,
				'false',
				undefined,
				'boolean',
			),
		),
		1,
		0,
	);
	const needsHelp = section.put(
		'Does somebody need help?',
		ifAll(isTrue(`${words}.some(({ category }) => category === 'selfHarm')`)),
		2,
		1,
	);
	const care = section.put(
		'Answer with care',
		wechatReply(
			'看到您写的话，我们很担心您。您不是一个人：全国心理援助热线 12356，24 小时有人接听。我们的同事也会尽快联系您。',
		),
		3,
		1,
	);
	const alarm = section.put(
		'Alarm staff',
		notifyStaff(
			`'请立刻关心：' + ${message}.wechat.openId + ' 的投稿有轻生迹象。\\n' + ${message}.Content`,
		),
		4,
		1,
	);
	const refuse = section.put(
		'Refuse the text',
		wechatReply('您的投稿里有不适合发表的内容，请修改后再投。感谢理解。'),
		3,
		2,
	);
	w.link(kind, insight, { output: 2 });
	for (const output of [0, 1, 2, 3]) w.link(insight, isFit, { output });
	w.link(isFit, needsHelp, { output: 1 }).chain(needsHelp, care, alarm);
	w.link(needsHelp, refuse, { output: 1 });
	return isFit;
}

function open(w, store, isFit) {
	const message = `$('${TEXT}').first().json`;
	const text = "$('Read the text').first().json";
	const section = w.section(
		'## 4. 收下投稿\n每人每天一篇。先写入，再道谢并请对方补一张图，同时请员工评审。',
		{ line: 2 },
	);
	const known = section.put(
		'Submissions of the day',
		store.get(ROWS, [
			['openId', 'eq', `={{ ${message}.wechat.openId }}`],
			['activityId', 'eq', `={{ ${text}.activityId }}`],
		]),
		0,
	);
	const submit = section.put(
		'Take the submission',
		activity('submission', 'submit', {
			activityId: `={{ ${text}.activityId }}`,
			rowsFrom: 'json',
			rows: `={{ $('${known}').all() }}`,
			event: {
				key: `={{ ${message}.wechat.dedupeKey }}`,
				openId: `={{ ${message}.wechat.openId }}`,
				at: `={{ ${message}.CreateTime }}`,
				text: `={{ ${text}.text }}`,
			},
			replies: {
				limitReached: '您今天已经投过稿了，明天再来吧。回复“投稿查询”看结果。',
				tooShort: '再多写几句吧，至少 {minLength} 个字。',
			},
			options: { ...RULES, now: `={{ ${message}.CreateTime }}` },
		}),
		1,
		0,
		{ executeOnce: true },
	);
	const stored = section.put('Store the submission', store.upsert(ROWS), 2, 0);
	const isReceived = section.put(
		'Is it received?',
		ifAll(condition('={{ $json.activity.status }}', 'equals', 'received')),
		2,
		1,
	);
	const insight = `$('${isFit}').first().json.insight`;
	const opened = section.put(
		'Open for a picture',
		// No status here: a repeated delivery must not undo a review.
		store.put(TABLE, {
			key: '={{ $json.activity.submission }}',
			openId: `={{ ${message}.wechat.openId }}`,
			activityId: `={{ ${text}.activityId }}`,
			at: sentAt(TEXT),
			text: `={{ ${text}.text }}`,
			warnings: `={{ ${insight}.contacts.map(({ value }) => '联系方式 ' + value).concat(${insight}.sensitiveWords.map(({ word }) => word)).join('、') }}`,
			pictureUntil: `={{ new Date((Number(${message}.CreateTime) + 600) * 1000).toISOString() }}`,
			reviewCode: "={{ $json.activity.submission.hash('sha256').slice(0, 24) }}",
		}),
		3,
		1,
	);
	const thank = section.put(
		'Thank for the text',
		wechatReply(
			'收到您的投稿，谢谢！10 分钟内再发一张配图，会和文字放在一起；没有图也可以。\n评审结果会告诉您，也可以回复“投稿查询”。',
		),
		4,
		1,
	);
	const ask = section.put(
		'Ask for a review',
		notifyStaff(
			`'新投稿，请评审：\\n' + ${text}.text.slice(0, 60) + ($('${opened}').first().json.warnings ? '\\n⚠ ' + $('${opened}').first().json.warnings : '') + '\\n' + ${reviewLink(`$('${opened}').first().json.reviewCode`)}`,
		),
		5,
		1,
	);
	const decline = section.put('Tell why not', wechatReply('={{ $json.activity.reply }}'), 3, 2);
	w.chain(isFit, known, submit);
	w.link(submit, stored, { output: 1 }).link(submit, isReceived);
	w.chain(isReceived, opened, thank, ask);
	w.link(isReceived, decline, { output: 1 });
}

/** From a text to a row that waits for its review. */
export function takeTexts(w, store, from) {
	open(w, store, check(w, takeIn(w, store, from)));
}
