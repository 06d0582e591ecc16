import { escapeText, shorten, tag } from '../chart/svg';
import { dateText } from '../format';
import { cards } from './cards';
import { charts } from './charts';
import type { Report } from './report';
import { STYLE } from './style';

const PERIOD_NAMES = { day: '日报', week: '周报', month: '月报', custom: '报告' };

/** `日报 · 2026年11月24日` */
export function headingOf({ period, from, to }: Report): string {
	return `${PERIOD_NAMES[period]} · ${to.slice(0, 4)}年${dateText(from, to)}`;
}

function alerts({ alerts: list }: Report): string {
	if (list.length === 0) return '';
	const items = list.map(({ severity, message }) =>
		tag('li', { class: severity }, escapeText(shorten(message, 200))),
	);
	return tag('section', {}, tag('h2', {}, '异常提醒'), tag('ul', { class: 'alerts' }, ...items));
}

/**
 * The report as one HTML document that needs nothing else: no script, no file, no address. It is
 * well-formed XML too. Every text that came from outside is escaped.
 */
export function buildPage(report: Report): string {
	const title = shorten(report.title, 80);
	const account = shorten(report.account, 60);
	const subtitle = [account, headingOf(report)].filter((text) => text !== '').join(' · ');
	const page = tag(
		'html',
		{ lang: 'zh-CN' },
		tag(
			'head',
			{},
			tag('meta', { charset: 'utf-8' }),
			tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
			tag('meta', { name: 'robots', content: 'noindex' }),
			tag('title', {}, escapeText(title)),
			tag('style', {}, STYLE),
		),
		tag(
			'body',
			{},
			tag(
				'main',
				{},
				tag('header', {}, tag('h1', {}, escapeText(title)), tag('p', {}, escapeText(subtitle))),
				alerts(report),
				cards(report),
				charts(report),
				tag(
					'footer',
					{},
					escapeText(
						`生成于 ${report.madeAt}（北京时间）。箭头为较上期的变化；“—”表示暂无数据，不等于 0；目标值由运营者设定。`,
					),
				),
			),
		),
	);
	return `<!DOCTYPE html>\n${page}\n`;
}
