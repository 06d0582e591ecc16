import { onCanvas, PASSWORD, until } from '../lib/canvas';
import { FormVisitor } from '../lib/form';

const LIMIT = 120_000;
/** As an address that holds its picture: the tests have no web. */
const PICTURE = `data:image/jpeg;base64,${Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex').toString('base64')}`;
const STORY = '投稿：外婆说，<b>山里的笋</b>要等露水干了再挖，电话13812345678';

onCanvas('09', (stage, language) => {
	const [yes, no] = language === 'zh' ? ['入选', '不入选'] : ['Accept', 'Decline'];
	const state = () => stage().simulator.platform.state;
	const newsOf = (openId: string) =>
		(state().followers.get(openId)?.inbox ?? [])
			.filter(({ via }) => via === 'customerService')
			.map(({ content }) => JSON.stringify(content));
	const sendPicture = async (openId: string, url: string) =>
		await stage().push({ FromUserName: openId, MsgType: 'image', MediaId: 'media', PicUrl: url });
	const submitted = async (openId: string) =>
		(await stage().rows('activity_rows')).filter(
			(row) => row.openId === openId && row.type === 'submission',
		);
	/** Tells the staff, and gives the code that stands in the message. */
	const codeOf = async (word: string) =>
		await until(`staff is told of ${word}`, async () => {
			const told = stage().room.messages.find((text) => text.includes(word));
			return told && /编号：(\w{5}-\w{5})/.exec(told)?.[1];
		});
	const decide = async (code: string, decision = yes, note = '') => {
		const visitor = await FormVisitor.open(stage().formOf('form'), PASSWORD);
		await visitor.submit({
			'field-0': code,
			'field-1': JSON.stringify([decision]),
			'field-2': note,
		});
		return visitor.html;
	};
	const articles = () => [...state().drafts.values()].flatMap((draft) => draft.articles);

	beforeAll(() => {
		for (const openId of ['oWriter', 'oPlain', 'oLate', 'oSad', 'oOther']) {
			state().addFollower(openId);
		}
	});

	it(
		'takes a text a day and the picture that follows, and sends back what is not fit',
		async () => {
			const { say, push, room } = stage();
			expect(await say('oWriter', '投稿')).toContain('至少 10 个字');
			expect(await say('oWriter', '投稿查询')).toContain('您还没有投过稿');
			expect(await say('oWriter', '投稿：好书')).toContain('内容太短');
			expect(await say('oWriter', '投稿：网上赌博稳赚不赔，加我带你飞')).toContain('不适合发表');
			expect(await say('oOther', '在吗')).toBe('');
			expect(await sendPicture('oOther', PICTURE)).toBe('');
			const message = { FromUserName: 'oWriter', MsgType: 'text', Content: STORY, MsgId: '77' };
			for (const read of await Promise.all([push(message), push(message)])) {
				expect(read).toContain('收到您的投稿');
			}
			expect(await sendPicture('oWriter', PICTURE)).toContain('配图收到');
			expect(await sendPicture('oWriter', PICTURE)).toBe('');
			expect(await say('oWriter', '投稿：今天又想起一个关于竹笋的故事')).toContain(
				'今天已经投过稿了',
			);
			await until('staff sees text and picture', async () => room.messages[1]);
			expect(room.messages).toHaveLength(2);
			// Text and picture are two runs, and either may be told first.
			const told = room.messages.join();
			expect(told).toContain('联系方式 138＊＊＊＊5678');
			expect(told).toContain('image/jpeg');
		},
		LIMIT,
	);

	it(
		'answers who may be in danger, and calls everybody of the staff',
		async () => {
			const { say, room } = stage();
			expect(await say('oSad', '投稿：写完这篇我就想自杀了，再见')).toContain('12356');
			const alarm = await until('the alarm', async () =>
				room.messages.find((text) => text.includes('轻生')),
			);
			expect(alarm).toMatch(/oSad[^]*@所有人/);
			expect(await submitted('oSad')).toEqual([]);
		},
		LIMIT,
	);

	it(
		'is reviewed once, by who knows the password: a draft, points and one message',
		async () => {
			expect((await fetch(stage().formOf('form'))).status).toBe(401);
			const code = await codeOf('露水');
			expect(await decide('ABCDE-FGHJK')).toContain('没有这个编号');
			expect(await decide(code, yes, '画面感很好')).toContain('画面感很好');
			const drafts = () => articles().map(({ content }) => String(content));
			expect(drafts()).toEqual([expect.stringContaining('&lt;b&gt;山里的笋')]);
			const told = expect.stringMatching(/获得 20 积分。画面感很好/);
			expect(newsOf('oWriter')).toEqual([told]);
			expect(await decide(code, no, '太短')).toContain('已经评审过');
			expect(await decide(code, yes, '再来一次')).toContain('画面感很好');
			expect(drafts()).toHaveLength(1);
			expect(newsOf('oWriter')).toHaveLength(1);
			const rows = await stage().rows('activity_rows');
			const points = rows.filter(({ openId }) => openId === 'oWriter').map((row) => row.points);
			expect(points.reduce((sum: number, value) => sum + Number(value), 0)).toBe(20);
		},
		LIMIT,
	);

	it(
		'asks for a draft by hand where there is no cover; the author is told all the same',
		async () => {
			const { say, room } = stage();
			await say('oPlain', '投稿：没有配图的故事，说说火车上的一夜');
			await decide(await codeOf('火车'));
			const asked = await until('staff is asked', async () =>
				room.messages.find((text) => text.includes('请手动建')),
			);
			expect(asked).toContain('火车上的一夜');
			expect(newsOf('oPlain')).toHaveLength(1);
			expect(articles()).toHaveLength(1);
		},
		LIMIT,
	);

	it(
		'works for an account that may send nothing: staff is reminded, the author asks for the result',
		async () => {
			const { say, run, room } = stage();
			Object.assign(state().account, { isVerified: false, isVerifiedService: false });
			await say('oLate', '投稿：第一次去海边，被螃蟹夹了一下');
			const code = await codeOf('螃蟹');
			expect((await run('morning')).status).toBe('success');
			expect(room.messages.at(-1)).toMatch(/还有 1 份投稿等待评审[^]*第一次去海边/);
			expect(await decide(code, no, '再多写一点感受')).toContain('再多写一点感受');
			expect(newsOf('oLate')).toEqual([]);
			expect(await say('oLate', '投稿查询')).toMatch(/没有入选\n评审意见：再多写一点感受/);
			const told = room.messages.length;
			expect((await run('morning')).status).toBe('success');
			expect(room.messages).toHaveLength(told);
		},
		LIMIT,
	);
});
