import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	coreNode,
	filterBy,
	ifAll,
	keywordRouter,
	manualTrigger,
	monthlyAt,
	setFields,
	splitOut,
	summarize,
	switchBy,
} from './lib/nodes.mjs';
import { NOW, NOW_CODE, SETTINGS } from './lib/settings.mjs';
import { item } from './lib/service.mjs';
import { notifyStaff } from './lib/steps.mjs';

const MONTHLY = 'On the 1st of the month at 9:00';
const BY_HAND = 'Renew by hand';
const REVIEW = 'When staff open the form';
const FORM_PATH = 'keyword-renewal';

/** The period that is looked at. */
const DAYS = 31;
/** New keywords on one page of the form; the rest comes when it is opened again. */
const MOST = 8;

const since = `={{ ${NOW_CODE}.toDateTime().minus({ days: ${DAYS} }).toISO() }}`;
const started = (trigger) =>
	condition(`={{ $('${trigger}').isExecuted }}`, 'true', undefined, 'boolean');
const isTrue = (code) => condition(`={{ ${code} }}`, 'true', undefined, 'boolean');
const formLink = `$execution.resumeUrl.replace(/\\/webhook-waiting\\/.*$/, '/form/${FORM_PATH}')`;

/** Commas separate the questions of a keyword, so a question may hold none. */
const plain = (code) => `${code}.replace(/[,，、;；|｜\\s]+/g, ' ').trim()`;
const asHtml = (code) => `String(${code}).replace(/&/g, '&amp;').replace(/</g, '&lt;')`;

/** Columns that all proposals have. */
const PROPOSED = { status: 'proposed', proposedAt: NOW };

const LIBRARY = 'Keyword library';
const AUDIT = 'Audit the library';
const OPEN = 'Proposals to decide';
const PAGE = 'Ask for decisions';
const BEFORE = 'Library before';
const EACH = 'Each decision';

function propose(w, store, from) {
	const learn = w.section(
		'## 2. 没答上的问题\n意思相近的归到一起，问过 3 次以上的提议为新关键词；点了列表的，提议加进那个关键词的问法。',
		{ line: 1 },
	);
	const library = learn.put(LIBRARY, store.get('wechat_keywords'), 0, 0);
	const rejected = learn.put(
		'Rejected before',
		store.get('wechat_keyword_proposals', [
			['kind', 'eq', 'new'],
			['status', 'eq', 'rejected'],
		]),
		1,
		0,
	);
	const questions = learn.put(
		'Questions without an answer',
		store.get('wechat_unmatched', [
			['status', 'neq', 'done'],
			['at', 'gte', since],
		]),
		2,
		0,
	);
	const unclear = learn.put(
		'Those without a choice',
		filterBy(condition('={{ $json.text }}', 'notEmpty'), condition('={{ $json.chosen }}', 'empty')),
		3,
		0,
	);
	const learned = learn.put(
		'Learn keywords',
		keywordRouter({
			operation: 'learn',
			keywordsFrom: 'json',
			keywords: `={{ $('${LIBRARY}').all() }}`,
			days: DAYS,
			options: { now: NOW },
		}),
		4,
		0,
	);
	const fresh = learn.put(
		'Not rejected before',
		filterBy(isTrue(`!$('${rejected}').all().some(({ json }) => json.key === $json.key)`)),
		5,
		0,
	);
	const newRows = learn.put(
		'Proposed keywords',
		setFields({
			key: '={{ $json.key }}',
			kind: 'new',
			keywordId: '={{ $json.key }}',
			keyword: '={{ $json.keyword }}',
			level: '={{ $json.level }}',
			variants: "={{ $json.variants.join(',') }}",
			questions: `={{ $json.questions.map((question) => ${plain('question')}).join('\\n') }}`,
			asked: ['number', '={{ $json.count }}'],
			people: ['number', '={{ $json.people }}'],
			similarTo: '={{ $json.similarTo }}',
			detail: '',
			...PROPOSED,
		}),
		6,
		0,
	);
	const tapped = learn.put(
		'Those with a choice',
		filterBy(condition('={{ $json.chosen }}', 'notEmpty')),
		3,
		1,
	);
	const grouped = learn.put(
		'By keyword',
		summarize('chosen', ['append', 'text'], ['count', 'key'], ['countUnique', 'openId']),
		4,
		1,
	);
	const moreRows = learn.put(
		'Proposed questions',
		setFields({
			key: "={{ 'question-' + $json.chosen }}",
			kind: 'question',
			keywordId: '={{ $json.chosen }}',
			keyword: `={{ $('${LIBRARY}').all().find(({ json }) => json.key === $json.chosen)?.json.keyword ?? $json.chosen }}`,
			level: '',
			variants: '',
			questions: `={{ [...new Set($json.appended_text.map((text) => ${plain('text')}))].join('\\n') }}`,
			asked: ['number', '={{ $json.count_key }}'],
			people: ['number', '={{ $json.unique_count_openId }}'],
			similarTo: '',
			detail: '',
			...PROPOSED,
		}),
		6,
		1,
	);
	const stored = learn.put('Store the proposals', store.upsert('wechat_keyword_proposals'), 7, 1);

	const audit = w.section(
		'## 3. 检查关键词库\n一个月没人用的、过期的，提议停用；回复矛盾、互相重叠、没有回复的，列出来。',
		{ line: 2 },
	);
	const answers = audit.put(
		'Answers of the month',
		store.get('wechat_keyword_hits', [['at', 'gte', since]]),
		0,
	);
	const audited = audit.put(
		AUDIT,
		keywordRouter({
			operation: 'audit',
			keywordsFrom: 'json',
			keywords: `={{ $('${LIBRARY}').all() }}`,
			days: DAYS,
			options: { now: NOW },
		}),
		1,
	);
	const findings = audit.put(
		'Proposed changes',
		setFields({
			key: `={{ ${NOW_CODE}.toDateTime().setZone('Asia/Shanghai').toFormat('yyyy-MM') + ':' + $json.key }}`,
			kind: '={{ $json.kind }}',
			keywordId: '={{ $json.keywordId }}',
			keyword: '={{ $json.keyword }}',
			level: '',
			variants: '',
			questions: '',
			asked: 0,
			people: 0,
			similarTo: '={{ $json.otherId }}',
			detail: '={{ $json.detail }}',
			...PROPOSED,
		}),
		2,
	);

	const tell = w.section('## 4. 通知员工\n把数量、覆盖率和审核链接发到员工群。', { line: 2 });
	const all = tell.put(
		'Proposals of the month',
		store.get('wechat_keyword_proposals', [['status', 'eq', 'proposed']]),
		0,
	);
	const count = (kinds) =>
		`$('${all}').all().filter(({ json }) => ${JSON.stringify(kinds)}.includes(json.kind)).length`;
	const summary = `$('${AUDIT}').all(1)[0].json`;
	const told = tell.put(
		'Tell staff what is proposed',
		{
			...notifyStaff(
				`'关键词月度更新\\n上月消息 ' + ${summary}.messages + ' 条，自动回复覆盖率 ' + (${summary}.coverage === null ? '—' : Math.round(${summary}.coverage * 1000) / 10 + '%') + '\\n新关键词 ' + ${count(['new'])} + ' 个，补充问法 ' + ${count(['question'])} + ' 个，可停用 ' + ${count(['dead', 'outdated'])} + ' 个，需要看看 ' + ${count(['contradictory', 'overlapping', 'duplicateKey', 'emptyReply'])} + ' 处\\n审核：' + ${formLink}`,
			),
			executeOnce: true,
		},
		1,
	);
	w.link(from.node, library, from).chain(library, rejected, questions);
	w.link(questions, unclear).chain(unclear, learned, fresh, newRows, stored);
	w.link(questions, tapped).chain(tapped, grouped, moreRows, stored);
	w.link(rejected, answers).chain(answers, audited, findings, stored);
	w.link(rejected, all).chain(all, told);
}

const NEWS = `$('${OPEN}').all().map(({ json }) => json).filter(({ kind }) => kind === 'new').slice(0, ${MOST})`;
const ofKind = (...kinds) =>
	`$('${OPEN}').all().map(({ json }) => json).filter(({ kind }) => ${JSON.stringify(kinds)}.includes(kind))`;
const choiceOf = (code) => `(${code}.keyword + '（' + ${code}.keywordId + '）')`;
const moreOf = (code) => `(${code}.keyword + '：' + ${code}.questions.replaceAll('\\n', '；'))`;

/** The fields of the form: four for each new keyword, then lists to tick. */
const FIELDS = `[
	...${NEWS}.flatMap((row, place) => [
		{ fieldType: 'html', elementName: 'about' + place, html: '<h3>' + (place + 1) + '. ' + ${asHtml('row.keyword')} + '</h3><p>' + row.people + ' 人问了 ' + row.asked + ' 次：</p><ul><li>' + ${asHtml('row.questions')}.replaceAll('\\n', '</li><li>') + '</li></ul>' },
		{ fieldLabel: '关键词', fieldName: 'keyword' + place, fieldType: 'text', defaultValue: row.keyword },
		{ fieldLabel: '近义词（用逗号隔开，去掉太宽泛的）', fieldName: 'variants' + place, fieldType: 'text', defaultValue: row.variants },
		{ fieldLabel: '回复', fieldName: 'reply' + place, fieldType: 'textarea', placeholder: '新增时必填' },
		{ fieldLabel: '决定', fieldName: 'decision' + place, fieldType: 'dropdown', requiredField: true, defaultValue: '下次再说', fieldOptions: { values: [{ option: '新增' }, ...(row.similarTo ? [{ option: '并入 ' + row.similarTo }] : []), { option: '下次再说' }, { option: '不要' }] } },
	]),
	...(((rows) => rows.length > 0 ? [{ fieldLabel: '勾选的问法加进原有关键词', fieldName: 'questions', fieldType: 'checkbox', fieldOptions: { values: rows.map((row) => ({ option: ${moreOf('row')} })) } }] : [])(${ofKind('question')})),
	...(((rows) => rows.length > 0 ? [{ fieldLabel: '勾选的关键词停用（一个月没人用，或已过期）', fieldName: 'archive', fieldType: 'checkbox', fieldOptions: { values: rows.map((row) => ({ option: ${choiceOf('row')} })) } }] : [])(${ofKind('dead', 'outdated')})),
	...(((rows) => rows.length > 0 ? [{ fieldType: 'html', elementName: 'conflicts', html: '<h3>请在表里看看</h3><ul>' + rows.map((row) => '<li>' + ${asHtml('row.keyword')} + '：' + ${asHtml('row.detail')} + '</li>').join('') + '</ul>' }] : [])(${ofKind('contradictory', 'overlapping', 'duplicateKey', 'emptyReply')})),
]`;

/** What was decided about each proposal: `decision`, and what a new keyword is to say. */
const DECISIONS = `((answer) => [
	...${NEWS}.map((row, place) => ({ ...row, keyword: (answer['keyword' + place] || row.keyword).trim(), variants: (answer['variants' + place] ?? row.variants).trim(), reply: (answer['reply' + place] || '').trim(), choice: answer['decision' + place] || '' })).map((row) => ({ ...row, decision: row.choice === '新增' ? (row.reply ? 'add' : 'later') : row.choice.startsWith('并入') ? 'extend' : row.choice === '不要' ? 'reject' : 'later', target: row.choice.startsWith('并入') ? row.similarTo : row.key })),
	...${ofKind('question')}.map((row) => ({ ...row, reply: '', decision: (answer.questions ?? []).includes(${moreOf('row')}) ? 'extend' : 'reject', target: row.keywordId })),
	...${ofKind('dead', 'outdated')}.map((row) => ({ ...row, reply: '', decision: (answer.archive ?? []).includes(${choiceOf('row')}) ? 'archive' : 'reject', target: row.keywordId })),
	...${ofKind('contradictory', 'overlapping', 'duplicateKey', 'emptyReply')}.map((row) => ({ ...row, reply: '', decision: 'reject', target: row.keywordId })),
])($('${PAGE}').first().json)`;

function decide(w, store, from) {
	const ask = w.section(
		'## 5. 审核表单\n每个新关键词：改名、写回复，选新增、并入或不要；勾选要补充的问法、要停用的关键词。',
		{ line: 3 },
	);
	const open = ask.put(
		OPEN,
		store.get('wechat_keyword_proposals', [['status', 'eq', 'proposed']], {
			orderBy: ['asked', 'DESC'],
		}),
		0,
	);
	const isAny = ask.put(
		'Is there anything to decide?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		1,
		0,
		{ executeOnce: true },
	);
	const page = ask.put(
		PAGE,
		coreNode('form', 2.5, {
			operation: 'page',
			defineForm: 'json',
			jsonOutput: `={{ JSON.stringify(${FIELDS}) }}`,
			options: { formTitle: '关键词月度更新', buttonLabel: '提交' },
		}),
		2,
		0,
		{ executeOnce: true, webhook: true },
	);
	const none = ask.put(
		'Say that nothing is left',
		coreNode('form', 2.5, {
			operation: 'completion',
			respondWith: 'text',
			completionTitle: '没有要审核的',
			completionMessage: '提议都已处理完。',
			options: {},
		}),
		2,
		1,
		{ webhook: true },
	);
	const before = ask.put(BEFORE, store.get('wechat_keywords'), 3);
	const decisions = ask.put('Decisions', item(`({ rows: ${DECISIONS} })`), 4, 0, {
		executeOnce: true,
	});
	const each = ask.put(EACH, splitOut('rows'), 5);
	w.link(from.node, open, from).chain(open, isAny, page, before, decisions, each);
	w.link(isAny, none, { output: 1 });
	return each;
}

function apply(w, store, each) {
	const section = w.section(
		'## 6. 写入关键词库\n新增的立即启用；问法加进原有关键词；停用的只是关掉，随时可以打开。',
		{ line: 4 },
	);
	const which = section.put(
		'What was decided?',
		switchBy({
			Add: condition('={{ $json.decision }}', 'equals', 'add'),
			Extend: condition('={{ $json.decision }}', 'equals', 'extend'),
			Archive: condition('={{ $json.decision }}', 'equals', 'archive'),
		}),
		0,
		1,
	);
	const row = section.put(
		'Row of the new keyword',
		setFields({
			key: '={{ $json.key }}',
			keyword: '={{ $json.keyword }}',
			level: '={{ $json.level }}',
			variants: '={{ $json.variants }}',
			questions: '={{ $json.questions }}',
			exclude: '',
			priority: 1,
			reply: '={{ $json.reply }}',
			replyMode: 'random',
			replyType: 'text',
			mediaId: '',
			cooldownMinutes: 0,
			validFrom: '',
			validTo: '',
			enabled: true,
		}),
		1,
		0,
	);
	const added = section.put('Add keyword', store.upsert('wechat_keywords'), 2, 0);
	const words = section.put(
		'Words by keyword',
		summarize('target', ['append', 'questions'], ['append', 'variants']),
		1,
		1,
	);
	const known = (column) =>
		`$('${BEFORE}').all().find(({ json }) => json.key === $json.target)?.json.${column}`;
	const extended = section.put(
		'Extend keyword',
		store.update('wechat_keywords', [['key', 'eq', '={{ $json.target }}']], {
			questions: `={{ [${known('questions')}, ...$json.appended_questions].filter(Boolean).join('\\n') }}`,
			variants: `={{ [${known('variants')}, ...$json.appended_variants].filter(Boolean).join(',') }}`,
		}),
		2,
		1,
	);
	const archived = section.put(
		'Switch keyword off',
		store.update('wechat_keywords', [['key', 'eq', '={{ $json.target }}']], { enabled: false }),
		2,
		2,
	);
	const isDecided = section.put(
		'Those that are decided',
		filterBy(condition('={{ $json.decision }}', 'notEquals', 'later')),
		3,
		3,
	);
	const marked = section.put(
		'Mark the proposal',
		store.update('wechat_keyword_proposals', [['key', 'eq', '={{ $json.key }}']], {
			status: "={{ $json.decision === 'reject' ? 'rejected' : 'approved' }}",
			decidedAt: NOW,
			decidedBy: `={{ $('${REVIEW}').first().json.reviewer }}`,
		}),
		4,
		3,
	);
	w.link(each, which).link(which, row).chain(row, added);
	w.link(which, words, { output: 1 }).chain(words, extended);
	w.link(which, archived, { output: 2 });
	w.link(each, isDecided).chain(isDecided, marked);
}

function tryAgain(w, store, each) {
	const section = w.section(
		'## 7. 检验\n用新的关键词库重走一遍上月的消息：现在能答的问题标为 done，并报告覆盖率的变化。',
		{ line: 5 },
	);
	const library = section.put(
		'Library after',
		store.get('wechat_keywords', [['enabled', 'isTrue']]),
		0,
	);
	const messages = section.put(
		'Messages of the month',
		store.get('wechat_keyword_hits', [['at', 'gte', since]]),
		1,
	);
	const isAny = section.put(
		'Those with a text',
		filterBy(condition('={{ $json.text }}', 'notEmpty')),
		2,
		0,
		{ alwaysOutputData: true },
	);
	const route = section.put(
		'Route them again',
		keywordRouter({
			operation: 'route',
			keywordsFrom: 'json',
			keywords: `={{ $('${library}').all() }}`,
			hitsFrom: 'json',
			hits: '[]',
			options: { now: NOW },
		}),
		3,
		0,
		// Without any message there is nothing to compare, and the report says so.
		{ onError: 'continueRegularOutput' },
	);
	const gained = section.put(
		'Those that are answered now',
		filterBy(
			condition('={{ $json.route?.status }}', 'equals', 'matched'),
			condition('={{ $json.status }}', 'notEquals', 'matched'),
		),
		4,
		0,
	);
	const done = section.put(
		'Mark the question as done',
		store.update('wechat_unmatched', [['key', 'eq', '={{ $json.key }}']], { status: 'done' }),
		5,
		0,
	);
	const count = (decision) =>
		`$('${EACH}').all().filter(({ json }) => json.decision === '${decision}').length`;
	const percent = (code) =>
		`((all) => all.length === 0 ? '—' : Math.round(${code} / all.length * 1000) / 10 + '%')($('${messages}').all().filter(({ json }) => json.text))`;
	const result = section.put(
		'Result',
		setFields({
			text: `={{ '新增 ' + ${count('add')} + ' 个，补充 ' + ${count('extend')} + ' 个，停用 ' + ${count('archive')} + ' 个。上月消息的自动回复覆盖率：' + ${percent("all.filter(({ json }) => json.status === 'matched').length")} + ' → ' + ${percent(`$('${route}').all(0).filter(({ json }) => json.route?.status === 'matched').length`)} + '。' }}`,
		}),
		4,
		1,
		{ executeOnce: true },
	);
	const told = section.put(
		'Tell staff the result',
		notifyStaff(`'关键词已更新（' + $('${REVIEW}').first().json.reviewer + '）：' + $json.text`),
		5,
		1,
	);
	const thank = section.put(
		'Thank the reviewer',
		coreNode('form', 2.5, {
			operation: 'completion',
			respondWith: 'text',
			completionTitle: '已更新',
			completionMessage: `={{ $('${result}').first().json.text }}`,
			options: {},
		}),
		6,
		1,
		{ webhook: true },
	);
	w.link(each, library).chain(library, messages, isAny, route, gained, done);
	w.link(isAny, result).chain(result, told, thank);
}

export default (store) => {
	const w = new Canvas({
		name: '05 Monthly keyword renewal',
		overview: `### How it works
关键词库每月更新一次，人来决定，机器做整理。
- 每月 1 日 9:00：把上月没答上的问题按意思归类，问过 3 次以上的提议为新关键词；粉丝从候选里点过的，提议补进那个关键词的问法；检查整个库，找出没人用的、过期的、互相矛盾的。
- 员工群收到数量、覆盖率和表单链接。
- 打开表单：给新关键词写回复，选新增、并入或不要；勾选要补充的问法和要停用的关键词。没决定的留到下次，“不要”的不再提议。
- 提交后立即写入 wechat_keywords 表，用上月的消息检验，报告覆盖率从多少变到多少。

### Setup
1. 先运行 00 号流程，04 号流程用上一段时间。
2. 在 wechat_settings 表里填员工群机器人的地址，发布本流程。
3. 想马上看看，运行 Renew by hand。
4. 表单链接人人可以打开。要限制，在 When staff open the form 里打开 Basic Auth。`,
	});

	const begin = w.section('## 1. 开始\n每月提议，或打开表单审核。', { line: 0 });
	const monthly = begin.put(MONTHLY, monthlyAt(1, 9), 0, 0);
	const byHand = begin.put(BY_HAND, manualTrigger(), 0, 1);
	const form = begin.put(
		REVIEW,
		{
			...coreNode('formTrigger', 2.5, {
				formTitle: '关键词月度更新',
				formDescription: '把粉丝常问、还答不上的问题变成关键词。',
				formFields: {
					values: [
						{
							fieldLabel: '您的姓名',
							fieldName: 'reviewer',
							fieldType: 'text',
							requiredField: true,
						},
					],
				},
				options: { path: FORM_PATH, buttonLabel: '开始', appendAttribution: false },
			}),
			webhook: true,
		},
		0,
		2,
	);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const isForm = begin.put('Is it the form?', ifAll(started(REVIEW)), 2, 1, { executeOnce: true });
	for (const trigger of [monthly, byHand, form]) w.link(trigger, settings);
	w.link(settings, isForm);

	propose(w, store, { node: isForm, output: 1 });
	const each = decide(w, store, { node: isForm, output: 0 });
	apply(w, store, each);
	tryAgain(w, store, each);
	return w;
};
