import ts from 'typescript';
import { withMessages } from '../../locales/messages/apply';
import { Messages, ownerOf } from '../../locales/messages/catalogues';
import { messagesOf, type Found } from '../../locales/messages/find';
import { labelledIn } from '../../locales/messages/labels';
import { readModules } from '../../locales/messages/sources';
import { SHARED } from '../../locales/readCatalogues';

const messages = new Messages('locales/zh-CN');
const modules = readModules('.');

const sourceOf = (text: string) =>
	ts.createSourceFile('nodes/shared/some.ts', text, ts.ScriptTarget.ES2022, true);

/** What is found in a source, and the source in other words. */
function translated(text: string, words: Record<string, string>) {
	const source = sourceOf(text);
	const found = messagesOf('nodes/shared/some.ts', source, labelledIn(source));
	return {
		keys: found.map(({ key, kind }) => `${kind}: ${key}`),
		made: withMessages(source, found, ({ key }: Found) => words[key]),
	};
}

describe('the Chinese messages', () => {
	it('are there for every text that a person reads when a node runs, and for no other', () => {
		const missing = modules.flatMap(({ path, texts }) =>
			texts.filter((found) => messages.isMissing(path, found)).map(({ key }) => `${path}: ${key}`),
		);
		expect(missing).toEqual([]);
		const obsolete = [...messages.messages].flatMap(([name, catalogue]) =>
			Object.keys(catalogue)
				.map((key) => `${name}: ${key}`)
				.filter((entry) => !messages.used.has(entry)),
		);
		expect(obsolete).toEqual([]);
	});

	it('leave no English in a source', () => {
		const left = modules.flatMap(({ path, source, texts }) => {
			const made = withMessages(source, texts, (found) => messages.wordsFor(path, found));
			const again = ts.createSourceFile(path, made, ts.ScriptTarget.ES2022, true);
			return messagesOf(path, again, new Map())
				.filter(({ kind, key }) => kind === 'error' && !/\p{Script=Han}/u.test(key))
				.map(({ key }) => `${path}: ${key}`)
				.filter((line) => !/: (?:\{\w+\}|[^a-z]*)+$/.test(line));
		});
		expect(left).toEqual([]);
	});

	it('name fields as the screen does', () => {
		const other = [...messages.messages].flatMap(([owner, catalogue]) =>
			Object.entries(catalogue).flatMap(([english, chinese]) =>
				// The names in an example of an expression are those of nodes on somebody's canvas.
				[...english.replace(/\{\{.*?\}\}/g, '').matchAll(/'([A-Z][^'{}]*)'/g)]
					.map(([, label = '']) => label)
					.filter((label) => {
						const own = messages.descriptions.get(owner) ?? {};
						const names = (owner === SHARED ? [...messages.descriptions.values()] : [own]).flatMap(
							(texts) =>
								Object.entries(texts)
									.filter(([key]) => key.replace(/ @\w+$/, '') === label)
									.map(([, text]) => text),
						);
						return names.length > 0 && !names.some((name) => chinese.includes(`“${name}”`));
					})
					.map((label) => `${owner}: ${label}: ${chinese}`),
			),
		);
		expect(other).toEqual([]);
	});

	it('belong to the node whose folder the module is in', () => {
		expect(ownerOf('nodes/WeChatSla/engine/report.ts')).toBe('weChatSla');
		expect(ownerOf('nodes/shared/limits.ts')).toBe(SHARED);
		expect(ownerOf('credentials/WeChatStaffRobotApi.credentials.ts')).toBe('weChatStaffRobotApi');
	});
});

describe('how messages are put into a source', () => {
	it('finds what is thrown, told and chosen, and leaves the rest', () => {
		const { keys } = translated(
			[
				"throw new UserInputError(`'${label}' is ${size > 1 ? 'too long' : 'empty'}`, 'Shorten it.');",
				"const description = { displayName: 'Some Field', description: 'What a description says' };",
				"ctx.logger.debug('Something for the log');",
				"throw new Error('A fault of the program');",
				"const query = 'GET /cgi-bin/some/path';",
				"const kind = 'customerServiceMessage';",
			].join('\n'),
			{},
		);
		expect(keys).toEqual([
			"error: '{label}' is {size}",
			'error: too long',
			'error: empty',
			'error: Shorten it.',
			'label: Some Field',
		]);
	});

	it('finds the names of fields that a function is given', () => {
		const { keys, made } = translated(
			"function atMost(label: string, text: string) {}\natMost('Remark', row.get('Content'));",
			{ Remark: '备注', Content: '内容' },
		);
		expect(keys).toEqual(['label: Remark']);
		expect(made).toContain('atMost("备注", row.get(\'Content\'))');
	});

	it('puts values where the other language has them, and words into words', () => {
		const { made } = translated(
			"throw new UserInputError(`${a.b} of ${list.map((x) => `${x} ${c ? 'more' : 'fewer'}`).join()} left`, `One\\n${a.b} too`);",
			{
				'{b} of {list} left': '`{list}` 剩 {b}',
				more: '多',
				fewer: '少',
				'One\n{b} too': '一\n还有 ${b}',
			},
		);
		expect(made).toBe(
			'throw new UserInputError(`\\`${list.map((x) => `${x} ${c ? "多" : "少"}`).join()}\\` 剩 ${a.b}`, `一\n还有 $${a.b}`);',
		);
	});
});
