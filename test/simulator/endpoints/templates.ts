import { fail } from '../errors';
import type { Template } from '../state';
import { OK, type Endpoints } from './endpoint';
import { followerOf } from './messages';

const MAX_TEMPLATES = 25;
const MAX_TITLE = 15;

function remove(templates: Template[], id: unknown, errcode: number): void {
	const at = templates.findIndex((template) => template.id === id);
	if (at < 0) fail(errcode);
	templates.splice(at, 1);
}

const forService = { isForServiceAccounts: true } as const;

/** Managing templates and notices; sending them is in `templateMessages`. */
export const templates: Endpoints = {
	'/cgi-bin/template/api_add_template': {
		method: 'POST',
		...forService,
		body: { template_id_short: 'string', keyword_name_list: 'array?' },
		answer({ state }) {
			if (state.templates.length >= MAX_TEMPLATES) fail(45026);
			const id = `template_${state.nextId()}`;
			state.templates.push({ id, title: '通知', content: '{{thing1.DATA}}', example: '' });
			return { ...OK, template_id: id };
		},
	},
	'/cgi-bin/template/del_private_template': {
		method: 'POST',
		...forService,
		body: { template_id: 'string' },
		answer({ body, state }) {
			remove(state.templates, body.template_id, 40037);
			return OK;
		},
	},
	'/cgi-bin/template/get_all_private_template': {
		method: 'GET',
		...forService,
		answer: ({ state }) => ({
			template_list: state.templates.map(({ id, title, content, example }) => ({
				template_id: id,
				title,
				primary_industry: '',
				deputy_industry: '',
				content,
				example,
			})),
		}),
	},
	'/wxaapi/newtmpl/gettemplate': {
		method: 'GET',
		...forService,
		answer: ({ state }) => ({
			...OK,
			data: state.notices.map(({ id, title, content, example }) => ({
				priTmplId: id,
				title,
				content,
				example,
				type: 2,
			})),
		}),
	},
	'/cgi-bin/template/get_industry': {
		method: 'GET',
		...forService,
		answer: () => ({
			primary_industry: { first_class: 'IT科技', second_class: '互联网|电子商务' },
			secondary_industry: { first_class: '教育', second_class: '培训' },
		}),
	},
	'/cgi-bin/template/api_set_industry': {
		method: 'POST',
		...forService,
		body: { industry_id1: 'string', industry_id2: 'string' },
		answer({ body, state }) {
			if (state.industry) fail(43100);
			state.industry = [String(body.industry_id1), String(body.industry_id2)];
			return OK;
		},
	},
	'/wxa/sec/queryblocktmplmsg': {
		method: 'POST',
		...forService,
		body: { tmpl_msg_id: 'string', largest_id: 'number', limit: 'number' },
		answer({ body }) {
			if (Number(body.limit) > 100) fail(40097);
			// One message comes as an object, not as a list.
			const title = '通知';
			const send_timestamp = 1_700_000_000;
			return { ...OK, msginfo: { id: 1, title, content: '内容', send_timestamp, openid: 'oA' } };
		},
	},
	'/wxaapi/newtmpl/getcategory': {
		method: 'GET',
		...forService,
		answer: () => ({ ...OK, data: [{ id: 616, name: '公众号' }] }),
	},
	'/wxaapi/newtmpl/getpubtemplatetitles': {
		method: 'GET',
		...forService,
		query: ['ids', 'start', 'limit'],
		answer({ query }) {
			const all = [...Array(45).keys()].map((number) => ({
				tid: 1_000 + number,
				title: `通知${number}`,
				type: 2,
				categoryId: 616,
			}));
			if (Number(query.limit) > 30) fail(40097);
			const from = Number(query.start);
			return { ...OK, count: all.length, data: all.slice(from, from + Number(query.limit)) };
		},
	},
	'/wxaapi/newtmpl/getpubtemplatekeywords': {
		method: 'GET',
		...forService,
		query: ['tid'],
		answer: () => ({ ...OK, data: [{ kid: 1, name: '名称', example: '书', rule: 'thing' }] }),
	},
	'/wxaapi/newtmpl/addtemplate': {
		method: 'POST',
		...forService,
		body: { tid: 'string', kidList: 'array', sceneDesc: 'string' },
		answer({ body, state }) {
			const { length } = body.kidList as unknown[];
			if (length < 2 || length > 5) fail(40097);
			const priTmplId = `notice_${state.nextId()}`;
			state.notices.push({ id: priTmplId, title: '通知', content: '{{thing1.DATA}}', example: '' });
			return { ...OK, priTmplId };
		},
	},
	'/wxaapi/newtmpl/deltemplate': {
		method: 'POST',
		...forService,
		body: { priTmplId: 'string' },
		answer({ body, state }) {
			remove(state.notices, body.priTmplId, 200014);
			return OK;
		},
	},
	'/cgi-bin/message/template/subscribe': {
		method: 'POST',
		body: {
			touser: 'string',
			template_id: 'string',
			scene: 'string',
			title: 'string',
			data: { content: { value: 'string' } },
			url: 'string?',
		},
		answer({ body, state }) {
			if ([...String(body.title)].length > MAX_TITLE) fail(40062);
			followerOf(state, body.touser);
			return OK;
		},
	},
};
