import { condition, filterBy, setFields, summarize, switchBy } from '../lib/nodes.mjs';
import { NOW } from '../lib/settings.mjs';
import { REVIEW, BEFORE } from './names.mjs';

/** Writes what was decided into the library and the proposals. */
export function apply(w, store, each) {
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
		1,
		3,
	);
	const marked = section.put(
		'Mark the proposal',
		store.update('wechat_keyword_proposals', [['key', 'eq', '={{ $json.key }}']], {
			status: "={{ $json.decision === 'reject' ? 'rejected' : 'approved' }}",
			decidedAt: NOW,
			decidedBy: `={{ $('${REVIEW}').first().json.reviewer }}`,
		}),
		2,
		3,
	);
	w.link(each, which).link(which, row).chain(row, added);
	w.link(which, words, { output: 1 }).chain(words, extended);
	w.link(which, archived, { output: 2 });
	w.link(each, isDecided).chain(isDecided, marked);
}
