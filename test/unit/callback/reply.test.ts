import { buildReply, type PassiveReply } from '../../../nodes/shared/callback/reply';
import { readReply } from '../../simulator/reply';
import { DEFAULT_ACCOUNT } from '../../simulator/state';

const address = { toUser: 'oA', fromUser: DEFAULT_ACCOUNT.originalId, createTime: 1_700_000_000 };
const read = (reply: PassiveReply, isEvent = false) =>
	readReply(DEFAULT_ACCOUNT, buildReply(reply, address), {
		openId: 'oA',
		isEvent,
		isSafeMode: false,
	});

describe('passive replies', () => {
	it.each(['普通', '  空格 \n 换行', '<b>&amp;</b>', ']]>', 'a]]>b]]>c', '😀'])(
		'carries the text %j exactly',
		(content) => {
			expect(read({ type: 'text', content })).toMatchObject({ content: { content } });
		},
	);

	it.each([
		['a\u0000b\u000bc\u001dd\ufffee\uffff', 'abcde'],
		['半个\ud83d表情\udc00', '半个表情'],
		['留下\t\n\u0085\u2028😀\ufffd]]>', '留下\t\n\u0085\u2028😀\ufffd]]>'],
	])('fault 1.5: of %j leaves out what XML forbids, and nothing else', (content, sent) => {
		expect(read({ type: 'text', content })).toMatchObject({ content: { content: sent } });
		const articles = [{ title: content, description: content, picUrl: '', url: 'http://a' }];
		const xml = buildReply({ type: 'news', articles }, address);
		expect(xml.replace(/[\t\n\u0085]/g, '')).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
		expect(Buffer.from(xml).toString()).toBe(xml);
	});

	it('writes music as music', () => {
		const music: PassiveReply = {
			type: 'music',
			title: '歌',
			description: '词',
			musicUrl: 'http://a',
			hqMusicUrl: 'http://b',
			thumbMediaId: 't',
		};
		expect(read(music)).toMatchObject({
			type: 'music',
			content: { music: { Title: '歌', HQMusicUrl: 'http://b', ThumbMediaId: 't' } },
		});
	});

	it('writes eight articles with their count', () => {
		const articles = [...Array(8).keys()].map((number) => ({
			title: `第${number}篇`,
			description: '',
			picUrl: '',
			url: 'http://a',
		}));
		const reading = read({ type: 'news', articles }, true);
		expect(reading).toMatchObject({ kind: 'reply', type: 'news' });
		expect(reading.kind === 'reply' && reading.content.articles).toHaveLength(8);
	});

	it('leaves out what is empty', () => {
		const xml = buildReply({ type: 'video', mediaId: 'm', title: '', description: '' }, address);
		expect(xml).not.toContain('Title');
		expect(read({ type: 'transferCustomerService' })).toEqual({ kind: 'handedOver', account: '' });
	});
});
