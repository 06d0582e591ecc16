import {
	condition,
	filterBy,
	hasField,
	isTrue,
	keywordRouter,
	setFields,
	summarize,
} from '../lib/nodes.mjs';
import { NOW, NOW_CODE } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { FORM_PATH, DAYS, since } from './names.mjs';

const formLink = `$execution.resumeUrl.replace(/\\/webhook-waiting\\/.*$/, '/form/${FORM_PATH}')`;

/** Commas separate the questions of a keyword, so a question may hold none. */
const plain = (code) => `${code}.replace(/[,，、;；|｜\\s]+/g, ' ').trim()`;

/** Columns that all proposals have. */
const PROPOSED = { status: 'proposed', proposedAt: NOW };

const LIBRARY = 'Keyword library';
const AUDIT = 'Audit the library';

/** Proposes keywords, questions and changes, and tells the staff. */
export function propose(w, store, from) {
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
		filterBy(hasField('text'), condition('={{ $json.chosen }}', 'empty')),
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
	const tapped = learn.put('Those with a choice', filterBy(hasField('chosen')), 3, 1);
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
