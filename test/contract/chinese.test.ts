import type { IDataObject } from 'n8n-workflow';
import { lookupIn } from '../../locales/catalogue';
import { readCatalogues, SHARED } from '../../locales/readCatalogues';
import { translatedDescription } from '../../locales/translated';
import { useAccount } from '../harness/account';
import { useChineseMessages } from '../harness/chinese';
import { runAction, runNode } from '../harness/engine';
import { loadPackage } from '../harness/nodeTypes';
import { publish } from '../harness/publish';

const catalogues = readCatalogues('locales/zh-CN');

const nameOf = (value: unknown): string =>
	typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';

/** Lists by names: some are sorted by what they show. */
const sorted = (_: string, value: unknown): unknown =>
	Array.isArray(value) && value.every((entry) => nameOf(entry) !== '')
		? [...value].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
		: value;

/** What all nodes show in Chinese. */
async function shown(): Promise<Map<string, object>> {
	const { names, nodeTypes } = await loadPackage();
	return new Map(
		names.map((full) => {
			const { description } = nodeTypes.getByNameAndVersion(full);
			const texts = [catalogues.get(description.name) ?? {}, catalogues.get(SHARED) ?? {}];
			const chinese = translatedDescription(description, lookupIn(texts));
			return [description.name, JSON.parse(JSON.stringify(chinese, sorted)) as object];
		}),
	);
}

const TAG_OF_WECHAT = { tag: { __rl: true, mode: 'id', value: '2' } };

describe('the Chinese package', () => {
	let english: Map<string, object>;
	let sources: ReturnType<typeof useChineseMessages>;

	beforeAll(async () => {
		english = await shown();
		sources = useChineseMessages();
	});

	afterAll(() => sources.clear());

	const account = useAccount();

	it('shows the same as without the messages: they change no value, default or condition', async () => {
		const chinese = await shown();
		expect(Object.fromEntries(chinese)).toEqual(Object.fromEntries(english));
	});

	it('says in Chinese what WeChat has refused, and what to do', async () => {
		account.state.addFollower('oA');
		const { error } = await runAction('tag', 'delete', TAG_OF_WECHAT, [{}], account.credentials);
		expect(error?.message).toBe('标签 0、1 和 2 属于微信（微信错误 45058）');
		expect(error?.description).toMatch(
			/^它们不能修改，也不能删除。 微信的原话：.+（\/cgi-bin\/tags\/delete）$/,
		);
		expect(error?.httpCode).toBe('45058');
	});

	it('gives the item of a failed one in Chinese', async () => {
		const { items } = await runAction(
			'tag',
			'delete',
			TAG_OF_WECHAT,
			[{}],
			account.credentials,
			'continueRegularOutput',
		);
		expect(items[0]?.json).toMatchObject({
			error: '标签 0、1 和 2 属于微信（微信错误 45058）',
			details: { errcode: 45058 },
		});
	});

	it.each<[string, string, IDataObject, string, string]>([
		[
			'user',
			'setRemark',
			{ openId: '={{ "" }}', remark: 'a' },
			'“OpenID”未填写',
			'请填写“OpenID”。',
		],
		[
			'tag',
			'create',
			{ name: '名'.repeat(31) },
			'“名称”有 31 个字符，微信最多接受 30',
			'请缩短后再运行。',
		],
		[
			'user',
			'setRemark',
			{ openId: 'oA', remark: '={{ $json }}' },
			'“备注”是对象，不是文字',
			'请选择存放文字的字段，例如用 {{ $json.name }} 代替 {{ $json }}。',
		],
	])(
		'says in Chinese what is wrong in %s: %s',
		async (resource, operation, parameters, ...said) => {
			const { error } = await runAction(
				resource,
				operation,
				parameters as never,
				[{}],
				account.credentials,
			);
			expect([error?.message, error?.description]).toEqual(said);
			expect(account.calls()).toHaveLength(0);
		},
	);

	it('names a row as the screen names its table', async () => {
		const { error } = await runNode(
			{
				type: 'weChatMetrics',
				parameters: { operation: 'calculate', keepRecordsIn: 'items' },
			},
			[{ some: 'thing' }],
			account.credentials,
		);
		expect(error?.message).toMatch(/“kind”缺失$/);
	});

	it('refuses in Chinese to publish what cannot work', async () => {
		account.credentials.stored.token = '';
		await expect(publish(account)).rejects.toMatchObject({
			message: '凭证里的 Token 未填写，无法接收微信的消息',
			description: expect.stringContaining('请选用 3 到 32 个字母和数字'),
		});
	});

	it('refuses a pattern in Chinese', async () => {
		const pattern = { textCondition: 'regex', text: '(a)\\1' };
		await expect(publish(account, pattern)).rejects.toMatchObject({
			message: '“文本”里的规则无法使用：用了 \\1 这样的反向引用',
		});
	});
});
