import {
	condition,
	filterBy,
	hasField,
	hasRun,
	setFields,
	splitOut,
	wechatApi,
	wechatTrigger,
} from '../lib/nodes.mjs';
import { TIME } from '../lib/service.mjs';
import { STATISTICS, WATCHED_DAYS } from './common.mjs';

const OUT = 'When an article goes out';

const watchUntil = (time) => `={{ ${time}.plus({ days: ${WATCHED_DAYS} }).toUTC().toISO() }}`;

/** What both events say, WeChat's names apart. */
const ARTICLES =
	'($json.ArticleUrlResult?.ResultList?.item ?? []).map((entry) => entry.ArticleUrl).concat(($json.PublishEventInfo?.article_detail?.item ?? []).map((entry) => entry.article_url))';
const PUSHED_AT = `DateTime.fromSeconds(Number($('${OUT}').first().json.CreateTime))`;
const INDEX = '(Number(/[?&]idx=([1-8])/.exec($json.url)?.[1] ?? 1) - 1)';
const MID = "(/[?&]mid=(\\d{5,20})/.exec($json.url)?.[1] ?? '')";

export function articlesThatGoOut(w, store) {
	const s = w.section(
		'## 1. 文章发出\n群发、发布完成的事件带有文章链接，链接里的 mid 和 idx 就是留言接口要的编号。',
		{ line: 0 },
	);
	w.chain(
		s.put(
			OUT,
			wechatTrigger({
				triggerOn: ['event.MASSSENDJOBFINISH', 'event.PUBLISHJOBFINISH'],
				respond: 'immediately',
			}),
			0,
		),
		s.put(
			'URLs of the articles',
			setFields({
				url: ['array', `={{ ${ARTICLES}.map((url) => String(url).replace(/&amp;/g, '&')) }}`],
			}),
			1,
		),
		s.put('Each article', splitOut('url'), 2),
		// A short URL does not tell its number; the statistics of the next morning do.
		s.put('Has it a number?', filterBy(condition(`={{ ${MID} }}`, 'notEmpty')), 3),
		s.put(
			'Watch article',
			store.put('wechat_articles', {
				key: `={{ ${MID} + '_' + (${INDEX} + 1) }}`,
				msgDataId: `={{ ${MID} }}`,
				articleIndex: `={{ ${INDEX} }}`,
				url: '={{ $json.url }}',
				publishedAt: `={{ ${PUSHED_AT}.toUTC().toISO() }}`,
				watchUntil: watchUntil(PUSHED_AT),
				source: 'event',
			}),
			4,
		),
	);
}

const statisticsDay = (days) =>
	`={{ DateTime.fromISO(${TIME}, { zone: 'Asia/Shanghai' }).minus({ days: ${days} }).toFormat('yyyy-MM-dd') }}`;
const ON_DAY = "DateTime.fromISO($json.ref_date, { zone: 'Asia/Shanghai' })";

export function olderArticles(w, store, from) {
	const s = w.section('## 3. 更早的文章\n每天早上从统计接口补上没有事件的文章，并补标题。', {
		line: 1,
	});
	const row = 'Article row';
	w.chain(
		from,
		s.put('Is it time for the statistics?', filterBy(hasRun(STATISTICS)), 0),
		s.put(
			'Get article statistics',
			{
				...wechatApi('statistics', 'getArticles', {
					figures: 'getarticletotaldetail',
					from: statisticsDay(3),
					to: statisticsDay(1),
					simplify: false,
				}),
				// The figures may not be ready; tomorrow they are.
				onError: 'continueRegularOutput',
			},
			1,
		),
		s.put('Is it an article?', filterBy(hasField('msgid')), 2),
		s.put(
			row,
			setFields({
				key: '={{ $json.msgid }}',
				msgDataId: "={{ $json.msgid.split('_')[0] }}",
				articleIndex: ['number', "={{ Number($json.msgid.split('_')[1]) - 1 }}"],
				title: '={{ $json.title }}',
				url: '={{ $json.content_url }}',
				publishedAt: `={{ ${ON_DAY}.toUTC().toISO() }}`,
				watchUntil: watchUntil(ON_DAY),
				source: 'statistics',
			}),
			3,
		),
		s.put(
			'Add title',
			store.update('wechat_articles', [['key', 'eq', '={{ $json.key }}']], {
				title: '={{ $json.title }}',
			}),
			4,
		),
	);
	w.chain(
		row,
		s.put('Is the article unknown?', store.missing('wechat_articles'), 4, 1),
		s.put('Watch older article', store.insert('wechat_articles'), 5, 1),
	);
}
