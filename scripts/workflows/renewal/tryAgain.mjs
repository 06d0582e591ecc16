import {
	condition,
	coreNode,
	filterBy,
	hasField,
	keywordRouter,
	setFields,
} from '../lib/nodes.mjs';
import { NOW } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { REVIEW, EACH, since } from './names.mjs';

/** Answers the month's messages again, and reports what has changed. */
export function tryAgain(w, store, each) {
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
	const isAny = section.put('Those with a text', filterBy(hasField('text')), 2, 0, {
		alwaysOutputData: true,
	});
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
