import { Canvas } from './lib/canvas.mjs';
import {
	activity,
	batches,
	condition,
	coreNode,
	dailyAt,
	ifAll,
	locator,
	setFields,
	switchBy,
	textInsight,
	wechatApi,
	wechatReply,
	wechatTrigger,
} from './lib/nodes.mjs';
import { COMMANDS, textTrigger } from './lib/routing.mjs';
import { NOW, NOW_CODE, SETTINGS, sentAt, settingCode } from './lib/settings.mjs';
import { notifyStaff, sentRow } from './lib/steps.mjs';

const TEXT = 'When somebody submits a text';
const PICTURE = 'When somebody sends a picture';
const REVIEW = 'When a reviewer opens the form';
const DAILY = 'Every day at 10:00';

const TABLE = 'wechat_submissions';
const ROWS = 'wechat_activity_rows';
const FORM_PATH = 'submission-review';

/** What a submission is judged by; scores from 0 to 10. Published in the overview and the docs. */
const RUBRIC = ['真实', '文字', '趣味'];

/** Words of these kinds are not taken in at all; others are pointed out to the reviewer. */
const REFUSED = ['abuse', 'adult', 'drugs', 'fraud', 'gambling', 'selfHarm', 'weapons'];

const started = (trigger) =>
	condition(`={{ $('${trigger}').isExecuted }}`, 'true', undefined, 'boolean');
const awarded = settingCode('submissionPoints', "'20'");
const words = `$json.insight.sensitiveWords`;
const isRefused = `${JSON.stringify(REFUSED)}.includes(category)`;

/** Code that gives the link of the review form: this n8n's own address, as it knows it. */
const reviewLink = (code) =>
	`$execution.resumeUrl.replace(/\\/webhook-waiting\\/.*$/, '/form/${FORM_PATH}?code=' + ${code})`;

/** Code that makes text safe to stand in HTML, a paragraph a line. */
const asHtml = (code) =>
	`'<p>' + ${code}.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\\n+/g, '</p><p>') + '</p>'`;

/** Points follow from taking in and reviewing together, so both have the same rules. */
const RULES = {
	minLength: 10,
	perPerson: 1,
	pointsPerApproval: `={{ Number(${awarded}) }}`,
};

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
		ifAll(
			condition(
				`={{ ${words}.some(({ category }) => category === 'selfHarm') }}`,
				'true',
				undefined,
				'boolean',
			),
		),
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

function addPicture(w, store, from) {
	const message = `$('${PICTURE}').first().json`;
	const section = w.section(
		'## 5. 配图\n10 分钟内的一张图归到这份投稿；微信的临时图片三天后失效，所以存为永久素材。其他图片不理会。',
		{ line: 3 },
	);
	const waiting = section.put(
		'Submission without a picture',
		store.get(
			TABLE,
			[
				['openId', 'eq', `={{ ${message}.wechat.openId }}`],
				['pictureUntil', 'gte', sentAt(PICTURE)],
				['at', 'lte', sentAt(PICTURE)],
				['mediaId', 'isEmpty'],
			],
			{ orderBy: ['at', 'DESC'], limit: 1 },
		),
		0,
	);
	const isThere = section.put(
		'Is one waiting?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		1,
	);
	const add = section.put(
		'Add the picture',
		store.update(
			TABLE,
			[
				['key', 'eq', '={{ $json.key }}'],
				['mediaId', 'isEmpty'],
			],
			{ mediaId: `={{ ${message}.MediaId }}`, picUrl: `={{ ${message}.PicUrl ?? '' }}` },
		),
		2,
	);
	const isAdded = section.put('Was it added?', ifAll(condition('={{ $json.key }}', 'notEmpty')), 3);
	const thank = section.put(
		'Thank for the picture',
		wechatReply('配图收到，和您的文字放在一起了。请等待评审，谢谢！'),
		4,
	);
	const download = section.put(
		'Download the picture',
		wechatApi('media', 'get', { mediaId: `={{ ${message}.MediaId }}` }),
		5,
		0,
		{ retryOnFail: true, waitBetweenTries: 2_000 },
	);
	const upload = section.put(
		'Keep it as material',
		wechatApi('media', 'uploadPermanent', { mediaType: 'image' }),
		6,
	);
	const noted = section.put(
		'Note the material',
		store.update(TABLE, [['key', 'eq', `={{ $('${waiting}').first().json.key }}`]], {
			permanentMediaId: '={{ $json.mediaId }}',
			permanentUrl: "={{ $json.url ?? '' }}",
		}),
		7,
	);
	w.link(from.node, waiting, from);
	w.chain(waiting, isThere, add, isAdded, thank, download, upload, noted);
}

function review(w, store, from) {
	const section = w.section(
		'## 6. 人工评审\n打开链接，看文字和配图，按评分标准打分，决定是否入选。一份投稿只评一次。',
		{ line: 4 },
	);
	const found = section.put(
		'Submission to review',
		store.get(TABLE, [['reviewCode', 'eq', `={{ $('${REVIEW}').first().json.code }}`]], {
			limit: 1,
		}),
		0,
	);
	const isOpen = section.put(
		'Is it still open?',
		ifAll(condition('={{ $json.key }}', 'notEmpty'), condition('={{ $json.status }}', 'empty')),
		1,
	);
	const scoreField = (name) => ({
		fieldLabel: `${name}（0—10）`,
		fieldName: name,
		fieldType: 'number',
		requiredField: true,
	});
	const page = section.put(
		'Show it to the reviewer',
		coreNode('form', 2.5, {
			operation: 'page',
			defineForm: 'fields',
			formFields: {
				values: [
					{
						fieldType: 'html',
						elementName: 'submission',
						html: `={{ ${asHtml('$json.text')} + ($json.picUrl ? '<p><a href="' + $json.picUrl + '" target="_blank">查看配图</a></p>' : '<p>（没有配图）</p>') + ($json.warnings ? '<p>注意：' + $json.warnings + '</p>' : '') }}`,
					},
					...RUBRIC.map(scoreField),
					{
						fieldLabel: '决定',
						fieldName: 'decision',
						fieldType: 'dropdown',
						fieldOptions: { values: [{ option: '入选' }, { option: '不入选' }] },
						requiredField: true,
					},
					{ fieldLabel: '给作者的话', fieldName: 'note', fieldType: 'textarea' },
				],
			},
			options: { formTitle: '评审投稿', buttonLabel: '提交' },
		}),
		2,
		0,
		{ webhook: true },
	);
	const decide = section.put(
		'Decide once',
		store.update(
			TABLE,
			[
				['key', 'eq', `={{ $('${found}').first().json.key }}`],
				['status', 'isEmpty'],
			],
			{
				status: "={{ $json.decision === '入选' ? 'approved' : 'rejected' }}",
				judge: `={{ $('${REVIEW}').first().json.judge }}`,
				scores: `={{ JSON.stringify({ ${RUBRIC.map((name) => `'${name}': Math.min(10, Math.max(0, Number($json['${name}'])))`).join(', ')} }) }}`,
				note: "={{ ($json.note ?? '').trim() }}",
				reviewedAt: NOW,
				isSettled: false,
			},
		),
		3,
	);
	const isFirst = section.put(
		'Was it the first review?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		4,
	);
	const late = section.put(
		'Tell that it is done',
		coreNode('form', 2.5, {
			operation: 'completion',
			respondWith: 'text',
			completionTitle: '不用再评审了',
			completionMessage: '这份投稿已经评审过，或者作者取消了关注、数据已删除。',
			options: {},
		}),
		2,
		1,
		{ webhook: true },
	);
	w.link(from.node, found, from).chain(found, isOpen, page, decide, isFirst);
	w.link(isOpen, late, { output: 1 }).link(isFirst, late, { output: 1 });
	return isFirst;
}

function sweep(w, store, from) {
	const section = w.section(
		'## 7. 每天检查\n提醒还没有评审的投稿；评审过但没有办完的（例如当时断电），接着办完。',
		{ line: 5 },
	);
	const waiting = section.put(
		'Submissions without a review',
		store.get(TABLE, [['status', 'isEmpty']], { orderBy: ['at', 'ASC'] }),
		0,
		0,
	);
	const isAny = section.put(
		'Is any waiting?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		1,
		0,
		{
			executeOnce: true,
		},
	);
	const remind = section.put(
		'Remind staff',
		notifyStaff(
			`'还有 ' + $('${waiting}').all().length + ' 份投稿等待评审：\\n' + $('${waiting}').all().slice(0, 10).map(({ json }) => json.text.slice(0, 20) + '… ' + ${reviewLink('json.reviewCode')}).join('\\n')`,
		),
		2,
		0,
	);
	const unsettled = section.put(
		'Reviews to settle',
		store.get(TABLE, [
			['status', 'isNotEmpty'],
			['isSettled', 'isFalse'],
		]),
		0,
		1,
	);
	const isLeft = section.put(
		'Is any left?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		1,
		1,
	);
	w.link(from.node, waiting, from).chain(waiting, isAny, remind);
	w.link(from.node, unsettled, from).chain(unsettled, isLeft);
	return isLeft;
}

function settle(w, store, froms) {
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
	const isOurs = tell.put(
		'Is it ours to send?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		1,
	);
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

	const isForm = score.put('Is a reviewer waiting?', ifAll(started(REVIEW)), 1, 0);
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

export default (store) => {
	const w = new Canvas({
		name: '09 Submissions',
		overview: `### How it works
粉丝在聊天里投稿，人来评审，入选有积分，并备好一篇图文草稿。
- 投稿：回复“投稿：”加文字，每人每天一篇；10 分钟内可再发一张配图。
- 检查：违规内容当场退回，有轻生迹象的立刻转给员工，联系方式提醒评审。
- 评审：员工群收到链接，打开表单，按${RUBRIC.join('、')}各 10 分打分，决定是否入选。
- 入选：记积分，备好草稿，发表由人决定；作者 48 小时内来过就用客服消息通知，否则回复“投稿查询”看到。
- 每天提醒没有评审的投稿，接着办完中断的。

不以点赞、转发或拉票评选，符合微信的规则。投稿前公布评分标准。

### Setup
1. 先运行 00 号流程，选择凭证，发布。
2. wechat_settings 表：员工群机器人、submissionPoints、submissionCoverMediaId（没有配图时的封面）。
3. 评审链接人人可以打开。要限制，在 When a reviewer opens the form 里打开 Basic Auth。
4. 客服消息和素材以外的功能，任何类型的公众号都能用；草稿不需要认证。`,
	});

	const begin = w.section('## 1. 开始\n文字、图片、评审表单、每天检查。', { line: 0 });
	const text = begin.put(TEXT, wechatTrigger(textTrigger(COMMANDS.submission)), 0, 0);
	const picture = begin.put(PICTURE, wechatTrigger({ triggerOn: ['image'], options: {} }), 0, 1);
	const form = begin.put(
		REVIEW,
		{
			...coreNode('formTrigger', 2.5, {
				formTitle: '评审投稿',
				formDescription: `评分标准：${RUBRIC.join('、')}，各 0—10 分。`,
				formFields: {
					values: [
						{
							fieldLabel: '您的姓名',
							fieldName: 'judge',
							fieldType: 'text',
							requiredField: true,
						},
						{ fieldType: 'hiddenField', fieldName: 'code', fieldValue: '' },
					],
				},
				options: { path: FORM_PATH, buttonLabel: '查看投稿', appendAttribution: false },
			}),
			webhook: true,
		},
		0,
		2,
	);
	const daily = begin.put(DAILY, dailyAt(10), 0, 3);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const task = begin.put(
		'What is to be done?',
		switchBy(
			{ Text: started(TEXT), Picture: started(PICTURE), Review: started(REVIEW) },
			{ fallback: 'Check' },
		),
		2,
		1,
		{ executeOnce: true },
	);
	for (const trigger of [text, picture, form, daily]) w.link(trigger, settings);
	w.link(settings, task);

	const on = (output) => ({ node: task, output });
	const kind = takeIn(w, store, on(0));
	open(w, store, check(w, kind));
	addPicture(w, store, on(1));
	const reviewed = review(w, store, on(2));
	settle(w, store, [reviewed, sweep(w, store, on(3))]);
	return w;
};
