import { coreNode, hasField, ifAll, splitOut } from '../lib/nodes.mjs';
import { item } from '../lib/service.mjs';
import { BEFORE, EACH } from './names.mjs';

const OPEN = 'Proposals to decide';
const PAGE = 'Ask for decisions';

/** New keywords on one page of the form; the rest comes when it is opened again. */
const MOST = 8;

const asHtml = (code) => `String(${code}).replace(/&/g, '&amp;').replace(/</g, '&lt;')`;

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

/** Asks for decisions in a form. Returns the node that gives them one by one. */
export function decide(w, store, from) {
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
	const isAny = ask.put('Is there anything to decide?', ifAll(hasField()), 1, 0, {
		executeOnce: true,
	});
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
