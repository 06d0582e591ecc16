import { findContacts } from '../../../nodes/shared/text/contacts';
import { normalise } from '../../../nodes/shared/text/normalise';
import { sensitiveSearch } from '../../../nodes/shared/text/sensitive';
import { checkWording } from '../../../nodes/shared/wording/check';

const idsOf = (text: string) => checkWording(text).map(({ id }) => id);

describe('fault 3.11: breaches in disguise', () => {
	it.each([
		['把这篇文章发给三位朋友，截图发来领茶样', 'induced-sharing'],
		['点个“在看”，抽3位读者送书', 'induced-likes'],
		['集满38个赞换龙井', 'induced-likes'],
		['推荐2人多一次抽奖', 'rewards-invitations'],
		['砍一刀，0元拿回家', 'rewards-invitations'],
		['全网最低价，最好喝', 'absolute-claims'],
		['小学生均可参与抽奖', 'minors'],
		['集 满 3 8 个 赞 ， 送 茶 样', 'induced-likes'],
		['轉發盆友圈，領紅包', 'induced-sharing'],
		['特等奖：价值十二万元的轿车，随机抽出', 'prize-too-valuable'],
		['这款茶能降血压、治失眠', 'medical-claims'],
		['稳赚不赔，日收益1%', 'finance-promises'],
		['每注2元，猜中返500', 'gambling'],
		['领奖请回复姓名、身份证号和银行卡号', 'sensitive-data'],
	])('%s: %s', (text, id) => expect(idsOf(text)).toContain(id));

	it.each([
		'无需转发即可参与',
		'欢迎分享您的感受',
		'最近上新，第一次来的朋友请看这里',
		'治愈系插画展本周开幕',
		'请勿填写身份证号',
		'我们的第一家店开在1998年',
	])('%s is left alone', (text) => expect(idsOf(text)).toEqual([]));
});

const search = sensitiveSearch(true, [], normalise);
const foundIn = (text: string) => {
	const plain = normalise(text);
	return [
		...findContacts(plain, false).map(({ value }) => value),
		...search(plain).map(({ category }) => category),
	];
};

describe('fault 3.10: contact data and offers in disguise', () => {
	it.each([
		['加V：zhuanqian888', 'zhuanqian888'],
		['加薇，领资料', 'spam'],
		['1 3 8 1 2 3 4 5 6 7 8', '13812345678'],
		['幺三五零零幺幺二二三三', '13500112233'],
		['①③⑨⑧⑧②⑦⑥⑤④③', '13988276543'],
		['看 t.cn/A6xYzQ1', 't.cn/a6xyzq1'],
		['www点maicha88点com', 'www.maicha88.com'],
		['约P吗', 'adult'],
		['你个杀笔', 'abuse'],
		['网贷秒批，黑户可下', 'fraud'],
	])('%s: %s', (text, what) => expect(foundIn(text)).toContain(what));

	it.each(['一共128元', '订单号20261130123456', '奶茶加微糖', '微波炉能加热吗', '13.9元一斤'])(
		'%s holds none',
		(text) => expect(foundIn(text)).toEqual([]),
	);
});

describe('what stands around a breach takes nothing back', () => {
	const FINE =
		'活动时间为每周一至周日，凡关注本公众号的朋友都可以参加。中奖名单在公众号公示，奖品由客服在三个工作日内寄出。';

	it.each([
		[`${FINE}转发本文到朋友圈可以多领一份奖品。`, 'induced-sharing'],
		[`转发本文到朋友圈可以多领一份奖品。${FINE}`, 'induced-sharing'],
		[`无需转发朋友圈即可参与。${FINE}转发到朋友圈领奖品。`, 'induced-sharing'],
	])('%s', (text, id) => expect(idsOf(text)).toContain(id));
});
