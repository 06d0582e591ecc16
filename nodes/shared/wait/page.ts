import { escapeHtml } from '../html';

/** What a member of the staff sees behind the link of a message. */
export interface AnswerForm {
	/** Shown above the question; may be empty. */
	title?: string;
	/** The whole text; it is never shortened. */
	question: string;
	/** Labels of the buttons by the value they send. */
	buttons: ReadonlyArray<{ value: string; label: string }>;
	/** A field for words, when there is one; `label` may be empty. */
	text?: { label: string; isRequired: boolean };
}

/** Characters that the field for words takes. */
export const MAX_ANSWER_LENGTH = 5_000;

const STYLE = `
body{margin:0;background:#ededed;color:#191919;font:17px/1.6 -apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.2rem;margin:0 0 1rem;overflow-wrap:anywhere}
.card{background:#fff;border-radius:8px;padding:1.25rem;white-space:pre-wrap;overflow-wrap:anywhere}
label{display:block;margin-top:1rem}
textarea{box-sizing:border-box;width:100%;min-height:8rem;margin-top:1rem;padding:.75rem;border:1px solid #ddd;border-radius:8px;font:inherit}
label textarea{min-height:5rem;margin-top:.25rem}
button{display:block;width:100%;margin-top:1rem;padding:.75rem;border:0;border-radius:8px;font:inherit;background:#fff;color:#576b95}
button:first-of-type{background:#07c160;color:#fff}`;

function frame(content: string): string {
	return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>回复</title><style>${STYLE}</style></head><body><main>${content}</main></body></html>`;
}

function textField(text: AnswerForm['text']): string {
	if (!text) return '';
	const required = text.isRequired ? ' required' : '';
	const field = `<textarea name="answer" maxlength="${MAX_ANSWER_LENGTH}"${required}></textarea>`;
	return text.label === '' ? field : `<label>${escapeHtml(text.label)}${field}</label>`;
}

/**
 * The page with the question. Opening it answers nothing, so a link preview cannot answer: only a
 * button does, by POST.
 */
export function questionPage({ title = '', question, buttons, text }: AnswerForm): string {
	const heading = title === '' ? '' : `<h1>${escapeHtml(title)}</h1>`;
	const list = buttons
		.map(
			({ value, label }) =>
				`<button name="decision" value="${escapeHtml(value)}">${escapeHtml(label)}</button>`,
		)
		.join('');
	return frame(
		`${heading}<div class="card">${escapeHtml(question)}</div><form method="post">${textField(text)}${list}</form>`,
	);
}

/** The page after the answer. @param chosen label of the button, where it is worth repeating */
export function thanksPage(chosen = ''): string {
	const what = chosen === '' ? '已收到您的回复' : `已收到您的回复：${escapeHtml(chosen)}`;
	return frame(`<div class="card">${what}，可以关闭此页面。</div>`);
}

/** The page for whoever comes when nothing is to be answered any more. */
export function answeredPage(): string {
	return frame('<div class="card">这个问题已经处理过了，不需要再回复。</div>');
}
