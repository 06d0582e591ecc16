import { CANVASES } from './index';
import { fileOf } from './files';
import type { Canvas } from './lib/canvas';
import { ACCOUNT_KINDS, KIND_NAMES, runsText, type Runs } from './lib/runs';
import { both, LANGUAGES, type Language, type Words } from './lib/words';

/** The pages, below `docs/`. */
const PAGES: Readonly<Record<Language, string>> = { zh: 'zh-CN/samples.md', en: 'samples.md' };

const TITLE = both('示例流程，按账号类型', 'Sample workflows, by account type');

const BEFORE = both(
	`每个流程都能单独使用：导入、选凭证、发布即可。同时用几个时，微信平台上只填 01 的地址，消息由它转给其他流程。

✔ 全部可用；– 不能用；其余写明缺什么。“认证”指企业认证，个人号不能认证。`,
	`Each works by itself: import it, choose the credentials, publish. Of several, only the address of 01 is entered at WeChat; it
hands messages on to the others. What followers read is Chinese in both sets.

✔ all of it; – not at all; otherwise what is missing. _Verified_ means certified as an enterprise, which personal accounts cannot be.`,
);

const AFTER = both(
	`- 未认证的账号启用服务器配置后没有自定义菜单：凡是“点菜单”的地方，粉丝改为回复同样的词。
- 未认证的账号只能在五秒内被动回复，不能事后再发：结果由粉丝自己来查，例如回复“我的积分”。
- 员工群机器人与公众号类型无关。

凭证保留 n8n 起的默认名字时，导入示例会自动选中它。有几个公众号时，请用公众号的名字给凭证命名，导入后在每个节点里选这个流程服务的那一个；打开触发器就能看到选的是哪个。`,
	`- An account that is not verified has no menu while the server configuration is on: where others tap, followers write the same word.
- It can only reply within five seconds, and send nothing later: followers ask for results themselves, by 我的积分 for instance.
- The robot of the staff's group has nothing to do with the kind of account.

A credential that keeps the name n8n gave it is chosen by itself when a sample is imported. With several accounts, call each credential
like its account, and choose in every node the one that the workflow serves; the trigger shows it on top.`,
);

const HEAD: readonly Words[] = [
	both('流程', 'Workflow'),
	both('节点数', 'Nodes'),
	both('图', 'Picture'),
];

/** Codes of the languages in the names of pictures, and the way from a page to `docs` and to the root. */
const PLACES = {
	zh: { code: 'zh-CN', docs: '..', root: '../..' },
	en: { code: 'en', docs: '.', root: '..' },
} as const satisfies Record<Language, unknown>;

const cellOf = (runs: Runs, language: Language): string => {
	if (runs === 'whole') return '✔';
	return runs === 'no' ? '–' : runsText(runs, language);
};

function rowOf(canvas: Canvas, language: Language): string[] {
	const { number, name, nodes, overview } = canvas;
	const { code, docs, root } = PLACES[language];
	const link = `[${number} ${name[language]}](${root}/workflows/${fileOf(canvas, language)})`;
	const picture = `[${both('看图', 'picture')[language]}](${docs}/images/canvases/${number}.${code}.png)`;
	const cells = ACCOUNT_KINDS.map((kind) => cellOf(overview.runs[kind], language));
	return [link, String(Object.keys(nodes).length), picture, ...cells];
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function pageIn(language: Language): string {
	const head = [...HEAD, ...ACCOUNT_KINDS.map((kind) => KIND_NAMES[kind])];
	const rows = CANVASES.map((canvas) => rowOf(canvas, language));
	return [
		`# ${TITLE[language]}\n`,
		`${BEFORE[language]}\n`,
		line(head.map((words) => words[language])),
		line(head.map((_words, column) => (column === 1 ? '---:' : '---'))),
		...rows.map(line),
		`\n${AFTER[language]}`,
	].join('\n');
}

/** What each canvas does on which kind of account, as pages below `docs/`, not formatted yet. */
export const samplesPages = (): Array<[file: string, markdown: string]> =>
	LANGUAGES.map((language) => [PAGES[language], pageIn(language)]);
