/** Nodes that expressions of several sections name. */
export const ASKED_FOR = 'When somebody asks for approval';
export const SWEEP = 'Every ten minutes';
export const REQUEST = 'Request';

/** Part of the address of the page; the form has one of its own. */
export const PAGE_PATH = 'wechat-approval';
export const FORM_PATH = 'wechat-approval-request';

export const AGREE = '同意';
export const REFUSE = '驳回';

const toWhom = (row) =>
	`(${row}.kind === 'broadcast' ? '群发给标签“' + ${row}.tag + '”' : '回复粉丝 ' + ${row}.openId)`;

/** Longer texts do not fit into the message of a group robot. */
const MAX_IN_GROUP = 300;

/** JavaScript for what is to be sent, in words for whoever decides, from a row: all of it. */
export const about = (row) => `(${toWhom(row)} + '：\\n' + ${row}.text)`;

/** The same for the group: all of a text, or none of it and where it can be read. */
export const aboutForGroup = (row) =>
	`(${toWhom(row)} + '：\\n' + (${row}.text.length > ${MAX_IN_GROUP} ? '（全文 ' + ${row}.text.length + ' 字，请打开链接看完再决定）' : ${row}.text))`;

/** The beginning of it, for news of what has been decided. */
export const excerpt = (row) =>
	`(${toWhom(row)} + '：\\n' + ${row}.text.slice(0, ${MAX_IN_GROUP}) + (${row}.text.length > ${MAX_IN_GROUP} ? '…' : ''))`;

/** JavaScript for the ID of the answer that agrees, from a row. */
export const agreeing = (row) => `('yes:' + ${row}.key)`;

/** JavaScript for the answers that a request offers, from a row: nothing else decides. */
export const offered = (row) =>
	`[{ id: ${agreeing(row)}, content: '${AGREE}' }, { id: 'no:' + ${row}.key, content: '${REFUSE}' }]`;

/** JavaScript for the signature in a link of n8n: whoever knows it may decide. */
export const signatureOf = (url) => `(/[?&]signature=([\\w-]+)/.exec(${url} ?? '')?.[1] ?? '')`;
