import { escapeHtml } from '../../../shared/html';
import { claimsOf } from '../lottery/claims';
import type { Closing } from '../lottery/closing';
import type { DrawProof, Place } from '../lottery/draw';
import { METHOD, shortCode } from '../lottery/proofText';
import type { Difference } from '../lottery/verify';

/** What anybody may know of a lottery, as far as it has got. */
export interface Published {
	activityId: string;
	name: string;
	rulesText: string;
	/** C. */
	commitment: string;
	closing?: Closing;
	/** K; '' before entries closed. */
	closingDigest: string;
	/** Sorted entry codes, from the closing on. */
	entries: readonly string[];
	proof?: DrawProof;
	/** Prizes that went on to reserves as they were not claimed in time, by entry code. */
	movedUp: ReadonlyMap<string, string>;
	/** What a repeated draw finds different. */
	differences: readonly Difference[];
}

/** A lottery that the page links to. */
export interface Listed {
	activityId: string;
	name: string;
	/** Of its round. */
	status: string;
}

const STATES: Readonly<Record<string, string>> = {
	open: '报名中',
	closing: '截止中',
	closed: '待开奖',
	drawn: '已开奖',
};

const STYLE =
	'body{font:16px/1.7 sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#222;overflow-wrap:anywhere}pre,code,td{word-break:break-all}pre{white-space:pre-wrap;background:#f6f6f4;padding:1em}td,th{padding:.2em 1em .2em 0;text-align:left;vertical-align:top}th{white-space:nowrap}';

const table = (rows: ReadonlyArray<readonly [title: string, value: string]>): string =>
	`<table>${rows.map(([title, value]) => `<tr><th>${escapeHtml(title)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;

const list = (lines: readonly string[], tag: 'ol' | 'ul' = 'ul'): string =>
	`<${tag}>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</${tag}>`;

const details = (title: string, text: string): string =>
	`<details><summary>${escapeHtml(title)}</summary><pre>${escapeHtml(text)}</pre></details>`;

function closingPart({ closing, closingDigest, entries }: Published): string {
	if (!closing) return '<p>报名尚未截止。</p>';
	const { entriesDigest, entryCount, closedAt, beaconName, beaconAt } = closing;
	const rows: Array<[string, string]> = [
		['截止摘要 K', closingDigest],
		['名单摘要 D', entriesDigest],
		['参与人数', String(entryCount)],
		['截止时间', closedAt],
		['公共随机数', beaconName === '' ? '未使用' : `${beaconName}，${beaconAt} 之后产生`],
	];
	return `<h2>报名截止</h2>${table(rows)}${details('全部参与编号', entries.join('\n'))}`;
}

const placeRow = (
	{ prize, place, entry }: Place,
	movedUp: Published['movedUp'],
): [string, string] => {
	const got = movedUp.get(entry);
	return [
		`${prize === '' ? '候补' : prize} ${place}`,
		`${shortCode(entry)}${got === undefined ? '' : `，递补：${got}`}`,
	];
};

function resultPart({ proof, differences, entries, movedUp }: Published): string {
	if (!proof) return '<p>尚未开奖。</p>';
	const { winners, reserves, seed, beacon } = proof;
	const places = [...winners, ...reserves].map((place) => placeRow(place, movedUp));
	const { proven, unproven } = claimsOf(proof);
	const verdict =
		differences.length === 0
			? '验证通过：中奖编号与重新计算的结果一致，名单与截止时公布的一致。'
			: '验证未通过。';
	return [
		'<h2>开奖结果</h2>',
		table([
			['种子', seed],
			['公共随机数', beacon === '' ? '未使用' : beacon],
		]),
		'<h2>中奖编号</h2>',
		places.length === 0 ? '<p>本期没有人参加。</p>' : table(places),
		`<p><strong>${verdict}</strong></p>`,
		list(differences.map(({ meaning }) => meaning)),
		'<h2>这说明什么</h2>',
		list(proven),
		'<h2>这不能说明什么</h2>',
		list(unproven),
		'<h2>怎样验证</h2>',
		list(METHOD, 'ol'),
		details('完整证明', JSON.stringify({ ...proof, entries }, null, 1)),
	].join('');
}

/** Links to all lotteries, the latest first. */
function linksPart(all: readonly Listed[], shown: string): string {
	const links = all.map(({ activityId, name, status }) => {
		const text = escapeHtml(`${name} ${activityId}（${STATES[status] ?? status}）`);
		const address = `?id=${encodeURIComponent(activityId)}`;
		return activityId === shown ? `<li>${text}</li>` : `<li><a href="${address}">${text}</a></li>`;
	});
	return links.length > 1
		? `<details><summary>各期公示</summary><ul>${links.join('')}</ul></details>`
		: '';
}

/** A page in Chinese on which anybody can see and check a lottery. It names nobody. */
export function proofPage(published: Published | undefined, all: readonly Listed[] = []): string {
	const title = published?.name ?? '抽奖公示';
	const body = published
		? [
				`<h1>${escapeHtml(title)}</h1>${linksPart(all, published.activityId)}`,
				`<pre>${escapeHtml(published.rulesText)}</pre>`,
				table([
					['期号', published.activityId],
					['承诺值 C', published.commitment],
				]),
				closingPart(published),
				published.closing ? resultPart(published) : '',
			].join('')
		: '<h1>抽奖公示</h1><p>还没有这个抽奖。</p>';
	return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}
