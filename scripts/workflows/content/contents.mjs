/*
 * Articles, offers and activities that the assistant may recommend. `audience` limits a row to people with
 * one of these tags or segments; a day in `validTo` counts as a whole.
 */
const SITE = 'https://shop.example.com';

const content = (key, title, tags, publishedAt, more = {}) => ({
	key,
	title,
	category: '文章',
	tags,
	url: `${SITE}/read/${key}`,
	picUrl: '',
	publishedAt,
	validFrom: '',
	validTo: '',
	popularity: 0,
	audience: '',
	...more,
});

const offer = (key, title, tags, publishedAt, more = {}) =>
	content(key, title, tags, publishedAt, {
		category: '优惠',
		url: `${SITE}/offer/${key}`,
		...more,
	});

const event = (key, title, tags, publishedAt, more = {}) =>
	content(key, title, tags, publishedAt, {
		category: '活动',
		url: `${SITE}/event/${key}`,
		...more,
	});

export const contents = [
	content('brew-green', '绿茶怎么泡不苦：水温、茶量、时间', '绿茶,冲泡,新手', '2026-09-02', {
		popularity: 820,
	}),
	content('brew-white', '一饼老白茶的三种喝法：泡、焖、煮', '白茶,冲泡,老茶', '2026-10-12', {
		popularity: 640,
	}),
	content('office-tea', '办公室里喝好茶：一只杯子就够了', '袋泡茶,办公室,新手', '2026-10-20', {
		popularity: 560,
	}),
	content('sleep-tea', '晚上想喝茶又怕睡不着？试试这几款', '熟普,低因,养生', '2026-11-05', {
		popularity: 910,
	}),
	content('puer-guide', '生普还是熟普：一张表看懂', '普洱,熟普,选茶', '2026-08-18', {
		popularity: 730,
	}),
	content('oolong-story', '武夷山的一天：跟着师傅做岩茶', '乌龙,岩茶,产地', '2026-10-28', {
		popularity: 380,
	}),
	content('jasmine-story', '七窨一提：茉莉花茶为什么香', '茉莉,花茶,产地', '2026-07-16', {
		popularity: 450,
	}),
	content('storage', '茶叶怎么存：绿茶冷藏，普洱透气', '存茶,新手,普洱,绿茶', '2026-09-25', {
		popularity: 690,
	}),
	content('gift-guide', '送长辈、送客户、送朋友：茶礼怎么选', '茶礼,选茶', '2026-11-12', {
		popularity: 520,
	}),
	content('teaware', '第一套茶具：盖碗、公道杯和两只杯子', '茶具,新手', '2026-11-18', {
		popularity: 300,
	}),
	offer('winter-white', '暖冬白茶节：老白茶饼满 199 减 30', '白茶,老茶,优惠', '2026-11-20', {
		validTo: '2027-01-31',
	}),
	offer('teabag-trial', '八味袋泡茶尝鲜装 29 元', '袋泡茶,办公室,优惠', '2026-11-10'),
	offer('vip-sample', '老茶客专属：当季新茶样免费领', '优惠,新茶', '2026-11-22', {
		audience: '高价值',
	}),
	event('tea-class', '周三晚茶课：从洗杯开始学泡茶', '茶课,冲泡,新手', '2026-11-16'),
	event('night-tea', '城南老街夜茶会：围炉煮白茶', '茶会,白茶,门店', '2026-11-24', {
		validTo: '2026-12-31',
	}),
];
