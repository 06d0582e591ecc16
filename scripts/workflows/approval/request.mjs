import {
	condition,
	coreNode,
	everyMinutes,
	ifAll,
	isTrue,
	setFields,
	wechatApi,
} from '../lib/nodes.mjs';
import { TIME } from '../lib/service.mjs';
import { setting, settingCode } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import {
	about,
	aboutForGroup,
	AGREE,
	agreeing,
	FORM_PATH,
	PAGE_PATH,
	REFUSE,
	REQUEST,
	signatureOf,
} from './common.mjs';

const KINDS = { reply: '回复一位粉丝', broadcast: '群发给一个标签' };

/** The triggers of the first section. */
export const request = () => ({
	form: {
		...coreNode('formTrigger', 2.5, {
			formTitle: '申请发送',
			formDescription: '敏感回复和群发，负责人同意后才会发出。',
			formFields: {
				values: [
					{
						fieldLabel: '您的姓名',
						fieldName: 'requestedBy',
						fieldType: 'text',
						requiredField: true,
					},
					{
						fieldLabel: '要做什么',
						fieldName: 'kind',
						fieldType: 'dropdown',
						fieldOptions: { values: Object.values(KINDS).map((option) => ({ option })) },
						requiredField: true,
					},
					{ fieldLabel: '粉丝的 OpenID（回复时填）', fieldName: 'openId', fieldType: 'text' },
					{ fieldLabel: '标签名（群发时填）', fieldName: 'tag', fieldType: 'text' },
					{ fieldLabel: '内容', fieldName: 'text', fieldType: 'textarea', requiredField: true },
				],
			},
			options: { path: FORM_PATH, buttonLabel: '提交审批', appendAttribution: false },
		}),
		webhook: true,
	},
	every: everyMinutes(10),
});

const row = `$('${REQUEST}').first().json`;
const asking = (what) => `'【待审批】' + ${what} + '\\n申请人：' + ${row}.requestedBy`;
const QUESTION = asking(about(row));
/** The page stands where this n8n keeps its webhooks. */
const LINK = `${row}.resumeUrl.replace(/\\/webhook-waiting\\/.*/, '/webhook/${PAGE_PATH}') + '?key=' + ${row}.key + '&token=' + ${signatureOf(`${row}.resumeUrl`)}`;

/**
 * Stores the request, asks in the chat and in the group, and waits.
 *
 * @returns name of the node behind which the answer, or the end of the time, has come
 */
export function ask(w, store, from) {
	const s = w.section(
		'## 2. 提出问题\n先登记，再问负责人：对话里点按钮，或打开群里的链接。然后等回答。',
		{ line: 0 },
	);
	const trigger = "$('When somebody asks for approval').first().json";
	const made = s.put(
		REQUEST,
		setFields({
			// Up to 32 characters: WeChat takes it as the number of a broadcast.
			key: `={{ 'a' + Date.parse(${trigger}.submittedAt).toString(36) + '-' + $execution.id }}`,
			kind: `={{ ${trigger}.kind === '${KINDS.broadcast}' ? 'broadcast' : 'reply' }}`,
			openId: `={{ ${trigger}.kind === '${KINDS.broadcast}' ? '' : String(${trigger}.openId ?? '').trim() }}`,
			tag: `={{ ${trigger}.kind === '${KINDS.broadcast}' ? String(${trigger}.tag ?? '').trim() : '' }}`,
			text: `={{ String(${trigger}.text).trim() }}`,
			requestedBy: `={{ ${trigger}.requestedBy }}`,
			requestedAt: `={{ ${TIME} }}`,
			status: 'asked',
			staffOpenId: setting('staffOpenId'),
			resumeUrl: '={{ $execution.resumeUrl }}',
			// n8n waits by the clock on the wall.
			deadline: `={{ $now.plus({ hours: Number(${settingCode('approvalHours', "'2'")}) }).toUTC().toISO() }}`,
		}),
		0,
	);
	const isComplete = s.put(
		'Does it say to whom?',
		ifAll(isTrue("($json.openId || $json.tag) && $json.text !== ''")),
		1,
	);
	const stored = s.put('Store request', store.upsert('wechat_approvals'), 2);
	const hasStaff = s.put(
		'Is there somebody to ask in the chat?',
		ifAll(condition(`={{ ${row}.staffOpenId }}`, 'notEmpty')),
		3,
	);
	const asked = s.put(
		'Ask in the chat',
		{
			...wechatApi('customerServiceMessage', 'askInChat', {
				openId: `={{ ${row}.staffOpenId }}`,
				question: `={{ ${QUESTION} }}`,
				answers: {
					answer: [
						{ id: `={{ ${agreeing(row)} }}`, content: AGREE },
						{ id: `={{ 'no:' + ${row}.key }}`, content: REFUSE },
					],
				},
			}),
			// Who has been silent for 48 hours cannot be written to; the group has the link.
			onError: 'continueErrorOutput',
		},
		4,
	);
	const recorded = s.put(
		'Record the question',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'approval-question:' + ${row}.key`,
				openId: `${row}.staffOpenId`,
				at: TIME,
				text: QUESTION,
			}),
		),
		5,
	);
	const told = s.put(
		'Tell the group',
		notifyStaff(`${asking(aboutForGroup(row))} + '\\n审批：' + ${LINK}`),
		6,
		1,
	);
	const waited = s.put(
		'Wait for the decision',
		wechatApi('customerServiceMessage', 'waitForAnswer', { deadline: `={{ ${row}.deadline }}` }),
		7,
		1,
	);
	w.link(from.node, made, { output: from.output });
	w.chain(made, isComplete, stored, hasStaff, asked, recorded, told, waited);
	w.link(hasStaff, told, { output: 1 }).link(asked, told, { output: 1 });
	w.link(
		isComplete,
		s.put(
			'Tell that it is not complete',
			notifyStaff(
				`'【审批未提交】' + ${row}.requestedBy + ' 的申请缺少 OpenID、标签或内容，请重新填写表单。'`,
			),
			2,
			1,
		),
		{ output: 1 },
	);
	return waited;
}
