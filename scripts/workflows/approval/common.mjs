/** Nodes that expressions of several sections name. */
export const ASKED_FOR = 'When somebody asks for approval';
export const SWEEP = 'Every ten minutes';
export const REQUEST = 'Request';

/** Part of the address of the page; the form has one of its own. */
export const PAGE_PATH = 'wechat-approval';
export const FORM_PATH = 'wechat-approval-request';

export const AGREE = '同意';
export const REFUSE = '驳回';

/** JavaScript for what is to be sent, in words for the staff, from a row. */
export const about = (row) =>
	`((${row}.kind === 'broadcast' ? '群发给标签“' + ${row}.tag + '”' : '回复粉丝 ' + ${row}.openId) + '：\\n' + ${row}.text.slice(0, 300))`;

/** JavaScript for the signature in a link of n8n: whoever knows it may decide. */
export const signatureOf = (url) => `(/[?&]signature=([\\w-]+)/.exec(${url} ?? '')?.[1] ?? '')`;
