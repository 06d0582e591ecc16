import { randomBytes } from 'node:crypto';
import { CREDENTIAL, flow } from '../lib/flow';
import { until, type Execution } from '../lib/n8n';
import { onBothStores } from '../lib/onBothStores';
import { StaffRoom } from '../lib/staffRoom';

const ROBOT = 'weChatStaffRobotApi';
const HOSTILE = '={{ $execution.id }} <script>alert(1)</script> <a href="weixin://x">地址</a> @all';

type Json = Record<string, unknown>;

onBothStores('WeChat Staff: Ask', (n8n) => {
	let room: StaffRoom;
	let workflow = '';
	let path = '';

	const step = (name: string) => ({ name, type: 'n8n-nodes-base.noOp', parameters: {} });
	const credentials = () => ({
		[CREDENTIAL]: { name: 'WeChat account' },
		[ROBOT]: { name: 'Robot' },
		...(n8n.store === 'postgres' ? { postgres: { name: 'Records' } } : {}),
	});
	const main = (...outputs: string[][]) => ({
		main: outputs.map((names) => names.map((node) => ({ node, type: 'main', index: 0 }))),
	});

	/** Webhook → Ask; one node behind each output, and behind *Yes* and *No* the group is told. */
	const publish = async (): Promise<void> => {
		path = `ask-${randomBytes(6).toString('hex')}`;
		const staff = (name: string, parameters: Json) => ({
			name,
			type: 'weChatStaff',
			parameters: { keepRecordsIn: n8n.store, ...parameters },
			credentials: credentials(),
		});
		const nodes = [
			{
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
				webhookId: path,
			},
			{
				name: 'Item',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'body.items', options: {} },
			},
			staff('Ask', {
				operation: 'sendAndWait',
				message: '={{ $json.question }}',
				waitHours: '={{ $json.hours }}',
				asksReason: true,
				title: '待审批',
				details: { key: '={{ $json.id }}' },
			}),
			...['No Answer', 'Yes', 'No', 'Asked Before'].map(step),
			staff('Tell', { operation: 'notify', text: '={{ $json.decision.answer }}', call: 'all' }),
		];
		const made = {
			...flow('Ask', nodes),
			connections: {
				Start: main(['Item']),
				Item: main(['Ask']),
				Ask: main(['No Answer'], ['Yes'], ['No'], ['Asked Before']),
				Yes: main(['Tell']),
				No: main(['Tell']),
			},
		};
		workflow = await n8n.client.importWorkflow(made, n8n.credentials);
		await n8n.client.publish(workflow);
	};

	const start = async (item: Json): Promise<void> => {
		await until('the webhook answers', async () => {
			const { status } = await fetch(`${n8n.client.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ items: [item] }),
			});
			return status === 404 ? undefined : true;
		});
	};
	const linkIn = (message: string): string | undefined =>
		/https?:\/\/[^\s)"\\]+\/webhook-waiting\/[^\s)"\\]+/.exec(message)?.[0];
	/** Starts the flow and gives the link that the group got, once the page behind it is there. */
	const ask = async (item: Json): Promise<string> => {
		const before = room.messages.length;
		await start({ hours: 1, ...item });
		const link = await until('the group is asked', async () =>
			Promise.resolve(room.messages.slice(before).map(linkIn).find(Boolean)),
		);
		await until('the page is there', async () =>
			(await fetch(link)).headers.get('content-type')?.includes('html') ? true : undefined,
		);
		return link;
	};
	const decide = async (link: string, body: Record<string, string>): Promise<string> =>
		await (await fetch(link, { method: 'POST', body: new URLSearchParams(body) })).text();
	const ended = async (id: string, ms = 30_000): Promise<Execution> =>
		await until(
			`the flow of ${id} ends`,
			async () => {
				const all = await n8n.client.executions(workflow);
				return all.filter(({ items }) => items.Item?.[0]?.json.id === id).at(-1);
			},
			ms,
		);
	const behind = ({ items }: Execution): Json[] =>
		['No Answer', 'Yes', 'No', 'Asked Before'].flatMap((name) =>
			(items[name] ?? []).map(({ json }) => ({ name, ...json })),
		);
	const rowOf = async (id: string): Promise<Json | undefined> =>
		(await n8n.rows('decisions')).find(({ key }) => key === `decision:${id}`);

	beforeAll(async () => {
		room = await StaffRoom.open();
		n8n.credentials[ROBOT] = await n8n.client.addCredential(ROBOT, 'Robot', {
			robotKind: 'weCom',
			webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K',
			signingSecret: '',
			robotBaseUrl: room.url,
		});
		await publish();
		// n8n looks once a minute for what has waited long enough: asked first, looked at last.
		await ask({ id: 'lapsed', question: '没有人回答', hours: 0.002 });
	});
	afterAll(async () => {
		await n8n.client.unpublish(workflow);
		await room.close();
	});

	it('goes on by Yes when a button of the page says so, not by looking at it', async () => {
		const link = await ask({ id: 'yes', question: HOSTILE });
		const page = await (await fetch(link, { headers: { 'user-agent': 'LinkPreview' } })).text();
		const [, body = ''] = page.split('</head>');
		expect(body).toContain('=&#123;&#123; &#36;execution.id &#125;&#125; &lt;script&gt;');
		expect(body).not.toMatch(/<script|<a /);
		expect(room.messages.at(-1)).not.toMatch(/<script|<a |weixin:\/\/|@all/);
		expect(await rowOf('yes')).toMatchObject({ state: 'asked', question: HOSTILE });

		expect(await decide(link, { decision: 'maybe' })).toContain('>同意</button>');
		expect(await (await fetch(link, { method: 'POST' })).text()).toContain('>同意</button>');
		expect((await fetch(`${link}0`)).status).toBe(401);
		expect(await decide(link, { decision: 'yes', answer: '=1+1' })).toContain(
			'已收到您的回复：同意',
		);
		const execution = await ended('yes');
		expect(execution.error).toBeUndefined();
		expect(behind(execution)).toMatchObject([
			{
				name: 'Yes',
				id: 'yes',
				question: HOSTILE,
				decision: { key: 'yes', approved: true, reason: '=1+1', question: HOSTILE },
			},
		]);
		expect(await decide(link, { decision: 'no' })).not.toContain('已收到');
		expect(await rowOf('yes')).toMatchObject({ state: 'yes', answer: '同意', reason: '=1+1' });
		expect(room.messages.at(-1)).toContain('同意');
	});

	it('asks once by key: a second run learns what became of it', async () => {
		const link = await ask({ id: 'once', question: '只问一次' });
		const asked = room.messages.length;
		await start({ id: 'once', question: '只问一次', hours: 1 });
		expect(behind(await ended('once'))).toMatchObject([
			{ name: 'Asked Before', decision: { approved: null }, staff: { status: 'alreadySent' } },
		]);
		expect(room.messages).toHaveLength(asked);
		expect(await decide(link, { decision: 'no' })).toContain('已收到您的回复：驳回');
		await until('it is decided', async () =>
			(await rowOf('once'))?.state === 'no' ? true : undefined,
		);
		await start({ id: 'once', question: '只问一次', hours: 1 });
		await until('the third run ends', async () => {
			const last = behind(await ended('once'))[0];
			return (last?.decision as Json).approved === false && last?.name === 'Asked Before'
				? true
				: undefined;
		});
	});

	it('one of many who decide at the same moment is heard, and only that one is thanked', async () => {
		const link = await ask({ id: 'race', question: '抢着点' });
		const answers = await Promise.all(
			['yes', 'no', 'yes', 'no'].map(async (decision) => await decide(link, { decision })),
		);
		const thanked = answers.filter((text) => text.includes('已收到'));
		expect(thanked).toHaveLength(1);
		const [{ name } = {}] = behind(await ended('race'));
		expect(thanked[0]).toContain(name === 'Yes' ? '同意' : '驳回');
	});

	it('goes to No Answer when the time is over, with the item as it came', async () => {
		const execution = await ended('lapsed', 150_000);
		expect(behind(execution)).toEqual([
			{ name: 'No Answer', id: 'lapsed', question: '没有人回答', hours: 0.002 },
		]);
		expect(await rowOf('lapsed')).toMatchObject({ state: 'asked' });
	}, 180_000);
});
