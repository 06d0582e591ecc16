import { activity, condition, ifAll, respondHtml, setFields } from '../lib/nodes.mjs';
import { readable } from '../lib/opening.mjs';

const escaped = (code) =>
	`String(${code} ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')`;

const STYLE =
	'body{font:16px/1.7 sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#222}pre,code,td{word-break:break-all}pre{white-space:pre-wrap;background:#f6f6f4;padding:1em}td,th{padding:.2em 1em .2em 0;text-align:left;vertical-align:top}th{white-space:nowrap}';

const STEPS = [
	'SHA256(种子) 等于报名前公布的承诺值 C。',
	'参与编号 = SHA256("活动|OpenID")。全部编号去重、升序排列、用换行符连接，SHA256 等于名单摘要 D。',
	'截止摘要 K = SHA256(JSON 列表 [版本,活动,C,D,人数,[[奖品,数量],…],候补数,公共随机数名称,其产生时间,截止时间]，无空格)，等于截止时公布的 K。',
	'随机数：HMAC-SHA256(密钥为种子，内容为 "活动|K|公共随机数|计数")，计数从 0 开始，每 6 字节为一个大端整数，每块取 5 个；不小于 2^48 - 2^48 mod m 的数舍弃，其余取 mod m。',
	'对升序名单，第 i 位（从 0 开始）与第 i + r 位交换，r 为小于 n - i 的随机数。前若干位依次获得各奖项，其后为候补。',
];

const list = (code) => `${code}.map((line) => '<li>' + ${escaped('line')} + '</li>').join('')`;

const row = (title, code) => `'<tr><th>${title}</th><td>' + ${escaped(code)} + '</td></tr>'`;

/** The page where anybody can see and check a draw; `?id=` names one, the latest is shown otherwise. */
export function proofPage(w, store, { trigger, from, output, line }) {
	const section = w.section(
		'## 10. 公示页\n报名时显示规则和承诺值，截止后显示名单摘要和全部参与编号，开奖后显示种子、中奖编号、验证结果，以及它能说明什么、不能说明什么。没有 OpenID，不泄露参与者。',
		{ line },
	);
	const draws = section.put(
		'Draws',
		store.get(
			'wechat_lottery_draws',
			[
				['status', 'neq', 'preparing'],
				['status', 'neq', 'blocked'],
			],
			{ limit: 60, orderBy: ['startsAt', 'DESC'] },
		),
		0,
	);
	const id = `$('${trigger}').first().json.query.id`;
	const chosen = section.put(
		'Draw to show',
		setFields({
			draw: [
				'object',
				`={{ ($('${draws}').all().find(({ json }) => json.key === ${id}) ?? $('${draws}').all().find(({ json }) => json.status === 'drawn') ?? $('${draws}').first()).json }}`,
			],
		}),
		1,
		0,
		{ executeOnce: true },
	);
	const isDrawn = section.put(
		'Has it been drawn?',
		ifAll(condition('={{ $json.draw.status }}', 'equals', 'drawn')),
		2,
	);
	const verify = section.put(
		'Verify the draw',
		activity('lottery', 'verify', {
			proof: '={{ $json.draw.proof }}',
			commitment: '={{ $json.draw.commitment }}',
			closingDigest: '={{ $json.draw.closingDigest }}',
		}),
		3,
	);
	const draw = `$('${chosen}').first().json.draw`;
	const proof = `JSON.parse(${draw}.proof || '{}')`;
	const verdict = `$('${verify}').first(0).json.activity`;
	const winners = `[...(${proof}.winners ?? []), ...(${proof}.reserves ?? [])].map(({ prize, place, entry }) => '<tr><td>' + ${escaped("(prize || '候补')")} + '</td><td>' + place + '</td><td><code>' + entry.slice(0, 12) + '</code></td></tr>').join('')`;
	const result =
		`$('${verify}').isExecuted ? ` +
		[
			"'<h2>开奖结果</h2><table>'",
			row('种子', `${proof}.seed`),
			row('公共随机数', `(${proof}.beacon || '未使用')`),
			`'</table><h2>中奖编号</h2><table>' + ${winners} + '</table>'`,
			`'<p><strong>' + ${escaped(`${verdict}.reply`)} + '</strong></p>'`,
			`'<h2>这说明什么</h2><ul>' + ${list(`${verdict}.proven`)} + '</ul><h2>这不能说明什么</h2><ul>' + ${list(`${verdict}.unproven`)} + '</ul>'`,
			`'<h2>怎样验证</h2><ol>${STEPS.map((step) => `<li>${step.replace(/"/g, '&quot;')}</li>`).join('')}</ol>'`,
			`'<details><summary>完整证明（含全部参与编号）</summary><pre id="proof">' + ${escaped(`${draw}.proof`)} + '</pre></details>'`,
		].join(' + ');
	const settled = `JSON.parse(${draw}.closing || '{}')`;
	const closing =
		`(${draw}.closing ? ` +
		[
			"'<h2>报名截止</h2><table>'",
			row('截止摘要 K', `${draw}.closingDigest`),
			row('名单摘要 D', `${settled}.entriesDigest`),
			row('参与人数', `${settled}.entryCount`),
			row('截止时间', readable(`${settled}.closedAt`)),
			`(${settled}.beaconName ? ${row('公共随机数', `${settled}.beaconName + '，' + ${readable(`${settled}.beaconAt`)} + ' 之后产生'`)} : '')`,
			`'</table><details><summary>全部参与编号</summary><pre>' + JSON.parse(${draw}.entries || '[]').join('\\n') + '</pre></details>'`,
		].join(' + ') +
		" : '')";
	const others = `$('${draws}').all().map(({ json }) => json).filter(({ key }) => key && key !== ${draw}.key).map(({ key, name }) => '<li><a href="?id=' + encodeURIComponent(key) + '">' + ${escaped("name + ' ' + key")} + '</a></li>').join('')`;
	const page = section.put(
		'Page',
		respondHtml(
			`={{ '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>抽奖公示</title><style>${STYLE}</style>' + (${draw}.key ? '<h1>' + ${escaped(`${draw}.name`)} + '</h1><pre>' + ${escaped(`${draw}.text`)} + '</pre><table>' + ${row('期号', `${draw}.key`)} + ${row('承诺值 C', `${draw}.commitment`)} + '</table>' + ${closing} + (${result} : '<p>' + (${draw}.status === 'noEntries' ? '本期没有人参加。' : '尚未开奖。') + '</p>') : '<h1>还没有抽奖</h1>') + (${others} ? '<h2>其他各期</h2><ul>' + ${others} + '</ul>' : '') + '</html>' }}`,
		),
		4,
		0,
		{ executeOnce: true },
	);
	w.link(from, draws, { output }).chain(draws, chosen, isDrawn, verify, page);
	w.link(isDrawn, page, { output: 1 });
}
