import { condition, coreNode, hasField, ifAll } from '../lib/nodes.mjs';
import { NOW } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { asHtml, REVIEW, reviewLink, RUBRIC, TABLE } from './shared.mjs';

/** The form; gives the node behind which a decision is to be settled. */
export function review(w, store, from) {
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
		ifAll(hasField(), condition('={{ $json.status }}', 'empty')),
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
	const isFirst = section.put('Was it the first review?', ifAll(hasField()), 4);
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

/** What was forgotten or broken off; gives the node behind which decisions are to be settled. */
export function sweep(w, store, from) {
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
	const isAny = section.put('Is any waiting?', ifAll(hasField()), 1, 0, {
		executeOnce: true,
	});
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
	const isLeft = section.put('Is any left?', ifAll(hasField()), 1, 1);
	w.link(from.node, waiting, from).chain(waiting, isAny, remind);
	w.link(from.node, unsettled, from).chain(unsettled, isLeft);
	return isLeft;
}
