import {
	condition,
	hasField,
	ifAll,
	isTrue,
	respondHtml,
	webhook,
	wechatApi,
} from '../lib/nodes.mjs';
import { about, AGREE, offered, PAGE_PATH, REFUSE, signatureOf } from './common.mjs';

const STYLE =
	'body{font:17px/1.6 system-ui,sans-serif;max-width:32em;margin:2em auto;padding:0 1em}p{white-space:pre-wrap}button{font:inherit;width:100%;padding:.7em;margin-top:1em;border:0;border-radius:8px;background:#07c160;color:#fff}button+button{background:#eee;color:#333}';

const frame = (body) =>
	`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>审批</title><style>${STYLE}</style><body>${body}</body></html>`;

const escaped = (code) =>
	`String(${code}).replace(/[&<>"']/g, (sign) => '&#' + sign.charCodeAt(0) + ';')`;

const OVER = frame('<p>这一条已经处理过、已过期，或链接无效。</p>');
const THANKS = frame('<p>已收到您的决定，可以关闭此页面。</p>');
const QUESTION = frame(
	`<p>{{ ${escaped(about('$json'))} }}</p><p>申请人：{{ ${escaped('$json.requestedBy')} }}</p><form method="post"><button name="decision" value="${AGREE}">${AGREE}</button><button name="decision" value="${REFUSE}">${REFUSE}</button></form>`,
);

/** Reads the request that a link names; the signature in the link has to be that of the request. */
function open(s, store, method, row) {
	const trigger = `When the link is ${method === 'GET' ? 'opened' : 'answered'}`;
	const query = `$('${trigger}').first().json.query`;
	const names = [
		s.put(
			trigger,
			webhook(PAGE_PATH, { httpMethod: method, responseMode: 'responseNode', options: {} }),
			0,
			row,
		),
		s.put(
			`Request of the link ${method === 'GET' ? 'opened' : 'answered'}`,
			store.get(
				'wechat_approvals',
				[
					['key', 'eq', `={{ ${query}.key || '-' }}`],
					['status', 'eq', 'asked'],
				],
				{ limit: 1 },
			),
			1,
			row,
		),
		s.put(
			`Is the link ${method === 'GET' ? 'opened' : 'answered'} valid?`,
			ifAll(
				hasField(),
				condition(`={{ ${signatureOf('$json.resumeUrl')} }}`, 'notEmpty'),
				condition(`={{ ${signatureOf('$json.resumeUrl')} }}`, 'equals', `={{ ${query}.token }}`),
			),
			2,
			row,
		),
	];
	return { trigger, names };
}

export function page(w, store) {
	const s = w.section('## 7. 链接里决定\n打开只显示问题，按按钮才算决定，所以预览链接不会误批。', {
		line: 4,
	});
	const opened = open(s, store, 'GET', 0);
	const over = s.put('Say that it is over', respondHtml(OVER), 5, 1);
	w.chain(...opened.names, s.put('Show the question', respondHtml(`=${QUESTION}`), 3, 0));
	w.link(opened.names.at(-1), over, { output: 1 });

	const answered = open(s, store, 'POST', 2);
	const decision = `$('${answered.trigger}').first().json.body.decision`;
	const isAnswer = s.put(
		'Is it an answer?',
		ifAll(isTrue(`['${AGREE}', '${REFUSE}'].includes(${decision})`)),
		3,
		2,
	);
	const brought = s.put(
		'Bring the decision of the link',
		wechatApi('customerServiceMessage', 'resumeWithAnswer', {
			resumeUrl: '={{ $json.resumeUrl }}',
			openId: '群里的链接',
			answer: `={{ ${decision} }}`,
			answers: `={{ ${offered('$json')} }}`,
		}),
		4,
		2,
	);
	const isTaken = s.put('Was it the first?', ifAll(isTrue('$json.resumed')), 5, 2);
	w.chain(...answered.names, isAnswer, brought, isTaken);
	w.chain(isTaken, s.put('Thank for the decision', respondHtml(THANKS), 6, 2));
	for (const node of [answered.names.at(-1), isAnswer, isTaken]) w.link(node, over, { output: 1 });
}
