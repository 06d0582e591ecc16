/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import {
	ERROR_FAMILIES,
	ERROR_ROWS,
	type Reaction,
} from '../../../nodes/shared/transport/errorTable';
import { cell } from './reference';

/** What a page of error codes says around its rows. */
interface Words {
	title: string;
	intro: string;
	head: [code: string, meaning: string, advice: string, byItself: string];
	byItself: Record<Reaction, string>;
	/** A text of the table in the language of the page. */
	text(english: string): string;
}

const ENGLISH: Words = {
	title: 'Error codes',
	intro:
		"WeChat's error codes as the nodes explain them: what has happened, what to do, and what the package does by itself before it asks for help. A code without a row keeps WeChat's own text and the request ID (rid). This page is made from the table in the package by `npm run docs`.",
	head: ['Code', 'What happened', 'What to do', 'By itself'],
	byItself: {
		none: '',
		refreshToken: 'gets a fresh access token, once',
		retryBusy: 'waits 1, 2 and 4 seconds and tries again',
		retryMinute: 'waits a minute and tries again, once',
		retrySecond: 'waits 1, 2 and 4 seconds and tries again',
	},
	text: (english) => english,
};

const MESSAGES = 'locales/zh-CN/messages/shared.json';
/** A value in a text of the catalogue that has an entry of its own. */
const PLATFORM = '{PLATFORM}';

/** What the catalogue leaves out, as it holds markup. */
const WITH_MARKUP: Readonly<Record<string, string>> = {
	'Write it as <a href="https://…">words</a>.': '写成 <a href="https://…">文字</a>。',
};

/** The table's texts in Chinese, as the Chinese package says them. */
function chineseTexts(): (english: string) => string {
	const catalogue: Record<string, string> = JSON.parse(readFileSync(MESSAGES, 'utf8'));
	const platform = Object.keys(catalogue).find((key) =>
		key.startsWith('the WeChat Developer Platform ('),
	);
	const whole = new Map(
		Object.entries(catalogue).map(([key, text]) => [
			key.replace(PLATFORM, platform ?? ''),
			text.replace(PLATFORM, catalogue[platform ?? ''] ?? ''),
		]),
	);
	return (english) => {
		const text = whole.get(english) ?? WITH_MARKUP[english];
		if (text === undefined) throw new Error(`${MESSAGES} does not have: ${english}`);
		return text;
	};
}

const chinese = (): Words => ({
	title: '错误码',
	intro:
		'微信返回的错误码是什么意思、该怎么办，以及本包在报错之前自己会先做什么。表里没有的错误码，节点会原样给出微信的说明和请求编号（rid）。这一页由 `npm run docs` 根据包里的对照表生成，和中文版节点的提示一致。',
	head: ['错误码', '发生了什么', '怎么办', '自动处理'],
	byItself: {
		none: '',
		refreshToken: '换一个新的 access_token，再试一次',
		retryBusy: '等 1、2、4 秒，各再试一次',
		retryMinute: '等一分钟，再试一次',
		retrySecond: '等 1、2、4 秒，各再试一次',
	},
	text: chineseTexts(),
});

function pageIn({ title, intro, head, byItself, text }: Words): string {
	const rows = [
		...ERROR_ROWS.map(([codes, ...rest]) => ({
			first: codes[0] ?? 0,
			codes: codes.join(', '),
			rest,
		})),
		...ERROR_FAMILIES.map(([from, to, ...rest]) => ({
			first: from,
			codes: from === to ? String(from) : `${from}–${to}`,
			rest,
		})),
	].sort((a, b) => a.first - b.first);
	const lines = rows.map(({ codes, rest: [meaning, advice, reaction = 'none'] }) =>
		[codes, text(meaning), text(advice), byItself[reaction]].map(cell).join(' | '),
	);
	const table = [head.join(' | '), '--- | --- | --- | ---', ...lines].map((line) => `| ${line} |`);
	return `# ${title}\n\n${intro}\n\n${table.join('\n')}\n`;
}

/** The page docs/error-codes.md, from the table that the nodes explain errors with. */
export const errorCodesPage = (): string => pageIn(ENGLISH);

/** Its Chinese twin, with the messages of the Chinese package. */
export const chineseErrorCodesPage = (): string => pageIn(chinese());
