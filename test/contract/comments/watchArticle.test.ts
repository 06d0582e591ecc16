import { addComment, seed } from '../../simulator/control';
import { ONE, TWO, useDesk } from './desk';

const urlOf = (mid: number, idx: number) =>
	`http://mp.weixin.qq.com/s?__biz=MzA3&amp;mid=${mid}&amp;idx=${idx}&amp;sn=ab#rd`;

describe('WeChat Comments: Watch Article', () => {
	const desk = useDesk();
	const watched = () =>
		desk
			.tables()
			.rows('watched_articles')
			.map(({ key }) => key);

	const broadcast = {
		MsgType: 'event',
		Event: 'MASSSENDJOBFINISH',
		CreateTime: '1764460800',
		ArticleUrlResult: {
			Count: '2',
			ResultList: {
				item: [
					{ ArticleIdx: '1', ArticleUrl: urlOf(ONE, 1) },
					{ ArticleIdx: '2', ArticleUrl: urlOf(ONE, 2) },
				],
			},
		},
	};

	it('takes the articles of a broadcast or publication that has finished, each once', async () => {
		const publication = {
			Event: 'PUBLISHJOBFINISH',
			CreateTime: '1764460800',
			PublishEventInfo: { article_detail: { item: [{ idx: '1', article_url: urlOf(TWO, 1) }] } },
		};
		for (let delivery = 0; delivery < 2; delivery++) {
			const { outputs } = await desk.run('watchArticle', {}, [broadcast, publication]);
			expect(outputs[0]).toMatchObject([
				{ articleId: `${ONE}_1`, index: 0, isNew: delivery === 0, Event: 'MASSSENDJOBFINISH' },
				{ articleId: `${ONE}_2`, index: 1 },
				{ articleId: `${TWO}_1`, publishedAt: '2025-11-30T00:00:00.000Z' },
			]);
		}
		expect(watched()).toEqual([`article:${ONE}_1`, `article:${ONE}_2`, `article:${TWO}_1`]);
	});

	it('takes what other items name: a message from below an article, a broadcast sent, a row', async () => {
		const { outputs } = await desk.run('watchArticle', {}, [
			{ MsgType: 'text', MsgDataId: '2247490001', Idx: '2' },
			{ msgId: '5', msgDataId: '2247490002' },
			{ articleId: '2247490003_3', title: '标题' },
			{ url: urlOf(2247490004, 4) },
		]);
		expect(outputs[0]?.map(({ articleId }) => articleId)).toEqual([
			'2247490001_2',
			'2247490002_1',
			'2247490003_3',
			'2247490004_4',
		]);
	});

	it('says when there is nothing to watch', async () => {
		const short = {
			ArticleUrlResult: {
				ResultList: { item: [{ ArticleUrl: 'https://mp.weixin.qq.com/s/AbC' }] },
			},
		};
		const { outputs } = await desk.run('watchArticle', {}, [short, { ResultList: '' }]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toHaveLength(2);
	});

	it('takes the articles of the last days from the statistics, and fills in titles', async () => {
		await desk.run('watchArticle', { articlesFrom: 'entered', articles: `${ONE}_1` });
		const { outputs, error } = await desk.run('watchArticle', {
			articlesFrom: 'statistics',
			days: 3,
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ articleId: `${ONE}_1`, articleTitle: '一', isNew: false },
			{ articleId: `${TWO}_1`, articleTitle: '二', isNew: true },
		]);
	});

	it('stops watching after so many days', async () => {
		await desk.watch(String(ONE));
		desk.minutes = 8 * 1_440;
		seed(desk.account.simulator.platform, {});
		addComment(desk.account.simulator.platform, {
			msgDataId: ONE,
			content: '晚了',
			ageSeconds: -600_000,
		});
		expect(await desk.getNew()).toEqual([]);
	});

	it('says which field is wrong', async () => {
		const enter = async (articles: string) =>
			(await desk.run('watchArticle', { articlesFrom: 'entered', articles })).error?.message;
		expect(await enter('https://mp.weixin.qq.com/s/AbC')).toMatch(/short article URL/);
		expect(await enter('标题')).toMatch(/neither an ID nor an article URL/);
	});

	it('keeps accounts apart', async () => {
		await desk.run('watchArticle', {}, [
			{ ...broadcast, wechat: { appId: 'wxaaaaaaaaaaaaaaa1' } },
			{ msgDataId: '2247490002', wechat: { appId: 'wxaaaaaaaaaaaaaaa2' } },
		]);
		const names = desk.tables().tables.map(({ name }) => name);
		expect(names).toEqual(['wechat_aaaaaaa1_watched_articles', 'wechat_aaaaaaa2_watched_articles']);
		expect(desk.tables().tables.map(({ rows }) => rows.length)).toEqual([2, 1]);
	});

	it('has watched everything when it is run again after it was killed', async () => {
		for (let step = 1; step <= 4; step++) {
			const items = [{ msgDataId: `224749100${step}`, title: '题' }];
			let count = 0;
			desk.tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			await desk.run('watchArticle', {}, items);
			desk.tables().beforeStep = () => undefined;
			await desk.run('watchArticle', {}, items);
		}
		expect(watched()).toHaveLength(4);
	});
});
