/** What a staff member sees behind the link of a message. */
export interface Page {
	question: string;
	/** Labels of the buttons by the value they send. */
	buttons: Array<{ value: string; label: string }>;
	/** Whether there is a field for a free answer. */
	hasText: boolean;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? '');

const STYLE = `
body{margin:0;background:#ededed;color:#191919;font:17px/1.6 -apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
.card{background:#fff;border-radius:8px;padding:1.25rem;white-space:pre-wrap;overflow-wrap:anywhere}
textarea{box-sizing:border-box;width:100%;min-height:8rem;margin-top:1rem;padding:.75rem;border:1px solid #ddd;border-radius:8px;font:inherit}
button{display:block;width:100%;margin-top:1rem;padding:.75rem;border:0;border-radius:8px;font:inherit;background:#fff;color:#576b95}
button:first-of-type{background:#07c160;color:#fff}`;

function frame(content: string): string {
	return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>回复</title><style>${STYLE}</style></head><body><main>${content}</main></body></html>`;
}

/**
 * The page with the question. Opening it answers nothing, so a link preview cannot answer: only a
 * button does, by POST.
 */
export function questionPage({ question, buttons, hasText }: Page): string {
	const text = hasText ? '<textarea name="answer" maxlength="5000" required></textarea>' : '';
	const list = buttons
		.map(
			({ value, label }) =>
				`<button name="decision" value="${escape(value)}">${escape(label)}</button>`,
		)
		.join('');
	return frame(
		`<div class="card">${escape(question)}</div><form method="post">${text}${list}</form>`,
	);
}

/** The page after the answer. */
export function thanksPage(): string {
	return frame('<div class="card">已收到您的回复，可以关闭此页面。</div>');
}
