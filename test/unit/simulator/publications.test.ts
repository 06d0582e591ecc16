import type { Json } from '../../simulator/check';
import { ARTICLE, Caller } from './call';

const SUBMIT = '/cgi-bin/freepublish/submit';
const GET = '/cgi-bin/freepublish/get';

describe('fault 5: publishing takes time and can fail', () => {
	let api: Caller;
	let media_id: string;

	beforeEach(async () => {
		api = new Caller();
		api.addPicture('cover');
		({ media_id } = (await api.call('/cgi-bin/draft/add', {
			articles: [ARTICLE, { ...ARTICLE, title: '二' }],
		})) as { media_id: string });
	});
	afterEach(() => api.state.clock.stop());

	const status = async (publish_id: unknown) => await api.call(GET, { publish_id });
	const later = (seconds: number) => api.state.clock.advance(seconds * 1_000);

	it('fault 5: an article is being published until it is published', async () => {
		const { publish_id } = await api.call(SUBMIT, { media_id });
		const waiting = await status(publish_id);
		expect(waiting).toMatchObject({ publish_status: 1 });
		expect(waiting).not.toHaveProperty('article_id');
		expect(api.state.articles).toHaveLength(0);
		later(10);
		const done = await status(publish_id);
		expect(done).toMatchObject({ publish_status: 0, article_detail: { count: 2 } });
		expect(api.state.articles.map(({ title }) => title)).toEqual(['新茶', '二']);
		expect(await api.code('/cgi-bin/draft/get', { media_id })).toBe(40007);
	});

	it('fault 5: what failed has no article, and its draft is still there', async () => {
		api.state.settings.publishOutcomes.push(4);
		const { publish_id } = await api.call(SUBMIT, { media_id });
		later(10);
		expect(await status(publish_id)).toMatchObject({ publish_status: 4, fail_idx: [1, 2] });
		expect(api.state.articles).toHaveLength(0);
		expect(await api.code('/cgi-bin/draft/get', { media_id })).toBe(0);
	});

	it('fault 5: a reprint is no original (status 2)', async () => {
		api.state.settings.originals.push({ text: '新茶', canReprint: true });
		const { publish_id } = await api.call(SUBMIT, { media_id });
		later(10);
		expect(await status(publish_id)).toMatchObject({ publish_status: 2 });
	});

	it('fault 5: articles are deleted one by one', async () => {
		const { publish_id } = await api.call(SUBMIT, { media_id });
		later(10);
		const { article_id } = await status(publish_id);
		expect(await api.code('/cgi-bin/freepublish/delete', { article_id, index: 1 })).toBe(0);
		const { news_item } = await api.call('/cgi-bin/freepublish/getarticle', { article_id });
		expect((news_item as Json[]).map(({ is_deleted }) => is_deleted)).toEqual([true, false]);
		expect(await api.code('/cgi-bin/freepublish/delete', { article_id })).toBe(0);
		expect(await status(publish_id)).toMatchObject({ publish_status: 5 });
		expect(await api.code('/cgi-bin/freepublish/getarticle', { article_id })).toBe(53600);
	});

	it.each([
		['/cgi-bin/draft/add', 1_000],
		['/cgi-bin/draft/get', 500],
		['/cgi-bin/draft/delete', 1_000],
		['/cgi-bin/draft/update', 1_000],
		['/cgi-bin/draft/count', 1_000],
		['/cgi-bin/draft/batchget', 1_000],
		[SUBMIT, 100],
		[GET, 100],
		['/cgi-bin/freepublish/delete', 10],
		['/cgi-bin/freepublish/getarticle', 100],
		['/cgi-bin/freepublish/batchget', 100],
		['/cgi-bin/menu/create', 1_000],
		['/cgi-bin/message/mass/sendall', 100],
		['/cgi-bin/message/mass/delete', 10],
		['/cgi-bin/user/get', 500],
	])('fault 5: %s has its documented quota, %i a day', async (cgi_path, daily_limit) => {
		const answer = await api.call('/cgi-bin/openapi/quota/get', { cgi_path });
		expect(answer).toMatchObject({ quota: { daily_limit } });
	});

	it('fault 5: the eleventh deletion of a day is refused (45009), not the next day', async () => {
		const remove = async () =>
			await api.code('/cgi-bin/freepublish/delete', { article_id: 'none', index: 1 });
		for (let number = 0; number < 10; number++) expect(await remove()).toBe(53600);
		expect(await remove()).toBe(45009);
		later(86_400);
		expect(await remove()).toBe(53600);
	});
});

describe('fault 5: drafts', () => {
	let api: Caller;
	const add = async (article: Json) =>
		await api.code('/cgi-bin/draft/add', { articles: [article] });

	beforeEach(() => {
		api = new Caller();
		api.addPicture('cover');
	});

	it('fault 5: an author of 17 characters is refused (45110)', async () => {
		expect(await add({ ...ARTICLE, author: '编'.repeat(16) })).toBe(0);
		expect(await add({ ...ARTICLE, author: '编'.repeat(17) })).toBe(45110);
	});

	it('correction 5: 100,000 characters of content are taken, a megabyte is not exceeded', async () => {
		expect(await add({ ...ARTICLE, content: '茶'.repeat(100_000) })).toBe(0);
		expect(await add({ ...ARTICLE, content: '茶'.repeat(400_000) })).toBe(45002);
	});

	it('correction 10: several articles, cropped covers, an image post that stays one', async () => {
		api.state.settings.isStrict = true;
		const crop = { ...ARTICLE, pic_crop_235_1: '0_0_1_0.5', pic_crop_1_1: '0_0_0.4_1' };
		expect(await add(crop)).toBe(0);
		expect(await add({ ...ARTICLE, pic_crop_1_1: '0.5_0_0.4_1' })).toBe(53402);
		const percent = { ratio: '16_9', x1: '0', y1: '0', x2: '1', y2: '0.6' };
		expect(await add({ ...ARTICLE, cover_info: { crop_percent_list: [percent] } })).toBe(0);
		const post = {
			article_type: 'newspic',
			title: '图',
			content: '文',
			image_info: { image_list: [{ image_media_id: 'cover' }] },
		};
		const { media_id } = await api.call('/cgi-bin/draft/add', { articles: [post] });
		const update = async (articles: Json) =>
			await api.code('/cgi-bin/draft/update', { media_id, index: 0, articles });
		expect(await update({ ...post, title: '新图' })).toBe(0);
		expect(await update({ title: '新图', content: '文' })).toBe(40007);
		const nine = { articles: Array(9).fill(ARTICLE) };
		expect(await api.code('/cgi-bin/draft/add', nine)).toBe(45008);
	});

	it('correction 2: product cards have codes of their own (10170001 to 10170003)', async () => {
		const card = async (given: Json) =>
			await api.code('/channels/ec/service/product/getcardinfo', {
				product_id: '1',
				article_type: 'news',
				card_type: 0,
				...given,
			});
		expect(await card({})).toBe(0);
		expect(await card({ product_id: 'x' })).toBe(10170001);
		expect(await card({ article_type: 'video' })).toBe(10170002);
		expect(await card({ card_type: 3 })).toBe(10170003);
		expect(await card({ article_type: 'newspic', card_type: 3 })).toBe(0);
		expect(await card({ article_type: 'newspic', card_type: 0 })).toBe(10170003);
	});
});
