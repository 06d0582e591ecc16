import type { INodeExecutionData } from 'n8n-workflow';
import nock from 'nock';
import { FILES, PIXEL_PNG } from '../fixtures/files';
import { useAccount } from '../harness/account';
import { credentialDetails, runAction, runWorkflow, toNode } from '../harness/engine';
import { samples } from '../workflow/files';
import type { Json } from '../simulator/check';

const ADD = '/cgi-bin/draft/add';
const UPDATE = '/cgi-bin/draft/update';
const UPLOAD = '/cgi-bin/media/uploadimg';
const MATERIAL = '/cgi-bin/material/add_material';
const ARTICLE = { title: '标题', content: '<p>正文</p>', thumbMediaId: 'cover' };

const picture = (data: Buffer, fileName = 'a.png') => ({
	data: data.toString('base64'),
	fileName,
	mimeType: 'image/png',
});

describe('drafts', () => {
	const account = useAccount();
	beforeEach(() => {
		const cover = { type: 'image', contentType: 'image/png', data: PIXEL_PNG, name: 'a.png' };
		account.state.materials.set('cover', { ...cover, updatedAt: 1 });
		const articles = [{ title: '旧', content: '旧', thumb_media_id: 'cover' }];
		account.state.drafts.set('draft1', { articles, updatedAt: 1_700_000_000 });
	});
	afterEach(() => {
		nock.cleanAll();
		jest.restoreAllMocks();
	});

	const run = async (
		operation: string,
		parameters: object,
		binary?: INodeExecutionData['binary'],
	) =>
		await runAction(
			'draft',
			operation,
			parameters as never,
			[{}],
			account.credentials,
			undefined,
			binary,
		);
	const bodyOf = (path: string): Json => (account.calls(path).at(-1)?.body ?? {}) as Json;
	const sent = (): Json[] => bodyOf(ADD).articles as Json[];

	describe('fault 2.10: drafts as WeChat has them', () => {
		const json = (articles: unknown) => ({
			define: 'json',
			articlesJson: JSON.stringify(articles),
		});
		const wire = { title: '标题', content: '<p>正文</p>', thumb_media_id: 'cover' };

		it('several articles, from fields', async () => {
			const article = [
				{ title: '第二篇', content: '<p>二</p>', thumbMediaId: { mode: 'id', value: 'cover' } },
				{ title: '第三篇', content: '<p>三</p>', thumbMediaId: 'cover', author: '小编' },
			];
			const { items, error } = await run('create', { ...ARTICLE, moreArticles: { article } });
			expect(error).toBeUndefined();
			expect(items[0]?.json.articles).toBe(3);
			expect(sent().map(({ title, thumb_media_id: cover }) => [title, cover])).toEqual([
				['标题', 'cover'],
				['第二篇', 'cover'],
				['第三篇', 'cover'],
			]);
			expect(sent()[2]).toMatchObject({ author: '小编', content: '<p>三</p>' });
		});

		it('several articles, from JSON, with fields that only WeChat knows', async () => {
			const { error } = await run('create', json([wire, { ...wire, show_cover_pic: 1 }]));
			expect(error).toBeUndefined();
			expect(sent()).toHaveLength(2);
			expect(sent()[1]).toMatchObject({ show_cover_pic: 1 });
		});

		it.each([
			[
				'a title',
				[{ ...wire, title: '长'.repeat(65) }],
				/'Title' has 65 characters; WeChat accepts 64/,
			],
			['a digest', [wire, { ...wire, digest: '长'.repeat(121) }], /'Digest of article 2' has 121/],
			['an author', [{ ...wire, author: '长'.repeat(17) }], /'Author' has 17/],
			['an original URL', [{ ...wire, content_source_url: 'x'.repeat(1_025) }], /1025 bytes/],
			['a content', [{ ...wire, content: '长'.repeat(100_001) }], /100001 characters/],
			['no title', [{ ...wire, title: ' ' }], /'Title' is empty/],
			['no content', [{ ...wire, content: '' }], /'Content' is empty/],
			['no cover', [{ ...wire, thumb_media_id: '' }], /'Cover' is empty/],
			['nine articles', Array(9).fill(wire), /9 articles; 8/],
			['none', [], /not JSON with a list of articles/],
			['no articles', [1], /not JSON with a list of articles/],
			[
				'21 images',
				[{ article_type: 'newspic', title: '图', image_info: { image_list: Array(21).fill({}) } }],
				/21 images/,
			],
		])('JSON with %s is told before the call', async (_, articles, message) => {
			const { error } = await run('create', json(articles));
			expect(error?.message).toMatch(message);
			expect(account.calls()).toEqual([]);
		});

		it('JSON that is none is told', async () => {
			const { error } = await run('create', { define: 'json', articlesJson: '={{ "[" }}' });
			expect(error?.message).toContain('not JSON');
			expect(account.calls()).toEqual([]);
		});

		it('correction 5: 100,000 characters are sent, with a warning above 20,000', async () => {
			const long = `<p>${'长'.repeat(99_993)}</p>`;
			const { items, error } = await run('create', { ...ARTICLE, content: long });
			expect(error).toBeUndefined();
			expect(sent()[0]?.content).toBe(long);
			expect(items[0]?.json.warnings).toEqual([
				"'Content' has 100000 characters; WeChat's page says 20000, though more has been accepted",
			]);
			const { items: usual } = await run('create', { ...ARTICLE, content: '长'.repeat(20_000) });
			expect(usual[0]?.json.warnings).toEqual([]);
		});

		it('correction 10: covers are cropped', async () => {
			const crop = [
				{ ratio: '2.35_1', left: 19.45, top: 0, right: 100, bottom: 52.36 },
				{ ratio: '1_1', left: 0, top: 0, right: 50, bottom: 100 },
			];
			const additionalFields = { coverCrops: { crop } };
			const { error } = await run('create', { ...ARTICLE, additionalFields });
			expect(error).toBeUndefined();
			expect(sent()[0]).toMatchObject({
				pic_crop_235_1: '0.1945_0_1_0.5236',
				pic_crop_1_1: '0_0_0.5_1',
				cover_info: {
					crop_percent_list: [
						{ ratio: '2.35_1', x1: '0.1945', y1: '0', x2: '1', y2: '0.5236' },
						{ ratio: '1_1', x1: '0', y1: '0', x2: '0.5', y2: '1' },
					],
				},
			});
		});

		it.each([
			[{ left: 50, right: 50 }, /no part of the picture/],
			[{ right: 101 }, /no part of the picture/],
			[{ top: 60, bottom: 40 }, /no part of the picture/],
		])('a crop of %j is told before the call', async (edges, message) => {
			const additionalFields = { coverCrops: { crop: [{ ratio: '1_1', ...edges }] } };
			const { error } = await run('create', { ...ARTICLE, additionalFields });
			expect(error?.message).toMatch(message);
			expect(account.calls()).toEqual([]);
		});

		it('correction 10: an image post is updated as an image post', async () => {
			const crop = [{ ratio: '16_9', left: 0, top: 10, right: 100, bottom: 60 }];
			const { items, error } = await run('updateImagePost', {
				mediaId: 'draft1',
				title: '图',
				content: '文字',
				imageMediaIds: 'cover',
				additionalFields: { coverCrops: { crop } },
			});
			expect(error).toBeUndefined();
			expect(items[0]?.json).toEqual({ mediaId: 'draft1', index: 0, updated: true });
			expect(bodyOf(UPDATE).articles).toMatchObject({
				article_type: 'newspic',
				content: '文字',
				image_info: { image_list: [{ image_media_id: 'cover' }] },
				cover_info: { crop_percent_list: [{ ratio: '16_9', y1: '0.1', y2: '0.6' }] },
			});
		});

		it('an image post in JSON stays one, and its text stays text', async () => {
			const post = {
				article_type: 'newspic',
				title: '图',
				content: 'a < b',
				image_info: { image_list: [{ image_media_id: 'cover' }] },
			};
			const { error } = await run('update', {
				mediaId: 'draft1',
				define: 'json',
				articleJson: JSON.stringify(post),
			});
			expect(error).toBeUndefined();
			expect(bodyOf(UPDATE).articles).toEqual(post);
		});
	});

	describe('articles from Markdown', () => {
		const markdown = (content: string, more: object = {}) => ({
			title: '标题',
			contentFormat: 'markdown',
			content,
			...more,
		});

		it('pictures are uploaded once each and replaced, the first one is the cover', async () => {
			nock('https://img.a.cn').get('/1').reply(200, PIXEL_PNG, { 'content-type': 'image/png' });
			const { items, error } = await run(
				'create',
				markdown('![](https://img.a.cn/1)\n\n![](binary:图) ![](图)\n\n![](https://img.a.cn/1)'),
				{ 图: picture(FILES.jpg ?? PIXEL_PNG, '照片.jpg') },
			);
			expect(error).toBeUndefined();
			expect(account.calls(UPLOAD)).toHaveLength(3);
			expect(account.calls(MATERIAL)).toHaveLength(1);
			const [article] = sent();
			expect(account.state.materials.has(String(article?.thumb_media_id))).toBe(true);
			const sources = [...String(article?.content).matchAll(/src="([^"]+)"/g)].map(
				([, url]) => url,
			);
			expect(sources).toHaveLength(4);
			expect(sources.every((url) => url?.startsWith('https://mmbiz.qpic.cn/'))).toBe(true);
			expect(sources[0]).toBe(sources[3]);
			expect(items[0]?.json.warnings).toEqual([]);
		});

		it('pictures in the texts of several articles are kept apart, and the same one is uploaded once', async () => {
			const inText = (data?: Buffer) => `![](data:image/png;base64,${data?.toString('base64')})`;
			const article = [
				{ title: '二', content: inText(FILES.jpg) },
				{ title: '三', content: inText(PIXEL_PNG) },
			];
			const { error } = await run(
				'create',
				markdown(inText(PIXEL_PNG), { moreArticles: { article } }),
			);
			expect(error).toBeUndefined();
			expect(account.calls(UPLOAD)).toHaveLength(2);
			const [first, second, third] = sent().map(
				({ content }) => String(content).match(/src="[^"]+"/)?.[0],
			);
			expect(first).toBe(third);
			expect(first).not.toBe(second);
			const covers = sent().map(({ thumb_media_id: cover }) => cover);
			expect(new Set(covers).size).toBe(2);
		});

		it('a cover that is given stays', async () => {
			await run('create', markdown('![](data)', { thumbMediaId: 'cover' }), {
				data: picture(PIXEL_PNG),
			});
			expect(account.calls(MATERIAL)).toEqual([]);
			expect(sent()[0]?.thumb_media_id).toBe('cover');
		});

		it('a picture that WeChat has becomes the cover, too', async () => {
			nock('https://mmbiz.qpic.cn').get('/x/0').reply(200, PIXEL_PNG);
			const { error } = await run('create', markdown('![](https://mmbiz.qpic.cn/x/0)'));
			expect(error).toBeUndefined();
			expect(account.calls(UPLOAD)).toEqual([]);
			expect(account.calls(MATERIAL)).toHaveLength(1);
			expect(sent()[0]?.content).toContain('src="https://mmbiz.qpic.cn/x/0"');
		});

		it('what is wrong with pictures is told of all of them, before anything is uploaded', async () => {
			const large = Buffer.concat([PIXEL_PNG], 1_048_577);
			const html = Buffer.from('<!DOCTYPE html><html>404</html>');
			nock('https://img.a.cn')
				.get('/gone.png')
				.reply(404)
				.get('/page.jpg')
				.reply(200, html, { 'content-type': 'image/jpeg' })
				.get('/large.png')
				.reply(200, large)
				.get('/loop')
				.times(9)
				.reply(302, '', { location: 'https://img.a.cn/loop' })
				.get('/inside')
				.reply(302, '', { location: 'http://169.254.169.254/latest/meta-data' });
			const { error } = await run(
				'create',
				markdown(
					'![](good) ![](https://img.a.cn/gone.png) ![](https://img.a.cn/page.jpg) ![](https://img.a.cn/large.png) ![](https://img.a.cn/loop) ![](https://img.a.cn/inside) ![](webp) ![](missing.png) ![](http://127.0.0.1:5678/rest)',
				),
				{ good: picture(PIXEL_PNG), webp: picture(FILES.webp ?? PIXEL_PNG, 'cover.jpg') },
			);
			expect(error?.message).toContain(
				'8 pictures of the text cannot be used; nothing was uploaded',
			);
			for (const told of [
				'gone.png: its server answered with status 404',
				"page.jpg: The file 'page.jpg' is an HTML page",
				'large.png: it has more than 1048576 bytes',
				'loop: it is sent on too often',
				'inside: it is sent on to what is an address in a private network',
				"webp: The file 'cover.jpg' is a WebP picture",
				'missing.png: it is neither an address nor an input field',
				'rest: it is an address in a private network',
			]) {
				expect(error?.message).toContain(told);
			}
			expect(account.calls()).toEqual([]);
		});

		it('a cover that WeChat does not know yet is waited for', async () => {
			account.simulator.platform.faults.add({ path: ADD, errcode: 40007, times: 1 });
			const { error } = await run('create', markdown('![](data)'), { data: picture(PIXEL_PNG) });
			expect(error).toBeUndefined();
			expect(account.calls(ADD)).toHaveLength(2);
			expect(account.calls(UPLOAD)).toHaveLength(1);
		});

		it('a cover of the library that WeChat does not know is told at once', async () => {
			const { error } = await run('create', { ...ARTICLE, thumbMediaId: 'gone' });
			expect(error?.message).toContain('40007');
			expect(account.calls(ADD)).toHaveLength(1);
		});

		it('updates an article the same way', async () => {
			const { items, error } = await run(
				'update',
				{ mediaId: 'draft1', ...markdown('# 一\n![](data)') },
				{ data: picture(PIXEL_PNG) },
			);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ mediaId: 'draft1', index: 0, updated: true });
			const article = bodyOf(UPDATE).articles as Json;
			expect(article.content).toContain('https://mmbiz.qpic.cn/');
		});

		it('the sample makes a draft of what an editor submits, and sends the preview', async () => {
			const sample = samples.find(([file]) => file.startsWith('turn-markdown'))?.[1];
			const own = sample?.nodes.filter(({ type }) => type.endsWith('weChatOfficialAccount')) ?? [];
			const start = {
				name: 'When an editor submits the form',
				type: 'n8n-nodes-base.manualTrigger',
			};
			const json = {
				title: '标题',
				markdown: '你好\n\n![](image)',
				author: '小编',
				wechatId: 'editor1',
			};
			const { items, error } = await runWorkflow(
				[toNode(start), ...own.map((node) => ({ ...node, credentials: credentialDetails() }))],
				[{ json, binary: { image: picture(PIXEL_PNG) } }],
				account.credentials,
			);
			expect(error).toBeUndefined();
			expect(own).toHaveLength(2);
			expect(items['Create draft from Markdown']?.[0]?.json.warnings).toEqual([]);
			expect(sent()[0]).toMatchObject({ title: '标题', author: '小编' });
			expect(bodyOf('/cgi-bin/message/mass/preview')).toMatchObject({
				towxname: 'editor1',
				mpnews: { media_id: items['Create draft from Markdown']?.[0]?.json.mediaId },
			});
		});

		it('an accent color that is none is told', async () => {
			const appearance = { accentColor: 'red;position:fixed' };
			const { error } = await run('create', markdown('a', { thumbMediaId: 'cover', appearance }));
			expect(error?.message).toBe("'Accent Color' is not a color");
		});

		it('preview gives the HTML without a call, with the pictures of the item in it', async () => {
			const { items, error } = await run(
				'previewHtml',
				{
					contentFormat: 'markdown',
					content: '# 一\n\n![](data) ![](https://img.a.cn/1.png)\n\n$E=mc^2$',
					theme: 'elegant',
					appearance: { accentColor: '#abc' },
				},
				{ data: picture(PIXEL_PNG) },
			);
			expect(error).toBeUndefined();
			expect(items[0]?.json.html).toContain(
				`src="data:image/png;base64,${PIXEL_PNG.toString('base64')}"`,
			);
			expect(items[0]?.json.html).toContain('src="https://img.a.cn/1.png"');
			expect(items[0]?.json.html).toContain('#aabbcc');
			expect(items[0]?.json).toMatchObject({
				pictures: 2,
				warnings: [expect.stringContaining('formula')],
			});
			expect(account.simulator.platform.journal).toEqual([]);
		});
	});
});
