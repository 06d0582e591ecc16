import type { AuditSummary } from './audit';

/* What the staff read, in Chinese. */

/** What can be proposed, in the order in which it is told. */
const KINDS: ReadonlyArray<readonly [label: string, kinds: readonly string[]]> = [
	['新关键词', ['new']],
	['补充问法', ['question']],
	['建议停用', ['dead', 'outdated']],
	['回复矛盾', ['contradictory']],
	['互相重叠', ['overlapping']],
	['没有回复', ['emptyReply']],
	['重复的键', ['duplicateKey']],
	['读不懂的行', ['unreadable']],
];

/** How many there are of each kind, e.g. `新关键词 2 个，建议停用 1 个`. */
export function findingsText(kinds: readonly string[]): string {
	const counts = KINDS.map(([label, ofLabel]) => ({
		label,
		count: kinds.filter((kind) => ofLabel.includes(kind)).length,
	})).filter(({ count }) => count > 0);
	return counts.length === 0
		? '没有需要处理的'
		: counts.map(({ label, count }) => `${label} ${count} 个`).join('，');
}

/** How much was answered, e.g. `近 30 天消息 100 条，自动回复 80 条（80%）`. */
export function coverageText(days: number, { messages, matched, coverage }: AuditSummary): string {
	const share = coverage === null ? '' : `（${Math.round(coverage * 1_000) / 10}%）`;
	return `近 ${days} 天消息 ${messages} 条，自动回复 ${matched} 条${share}`;
}

const percentOf = (part: number, all: number): string =>
	all === 0 ? '—' : `${Math.round((part / all) * 1_000) / 10}%`;

/** What a review has changed, and how much would be answered with it. */
export function reviewText(
	decided: ReadonlyArray<{ kind: string; isApplied: boolean }>,
	withoutReply: readonly string[],
	{
		days,
		messages,
		before,
		after,
	}: { days: number } & Record<'after' | 'before' | 'messages', number>,
): string {
	const count = (...kinds: string[]): number =>
		decided.filter(({ kind, isApplied }) => isApplied && kinds.includes(kind)).length;
	return [
		`新增 ${count('new')} 个，补充 ${count('question')} 个，停用 ${count('dead', 'outdated')} 个`,
		...(withoutReply.length === 0 ? [] : [`没写回复，留到下次：${withoutReply.join('、')}`]),
		`近 ${days} 天消息的自动回复率：${percentOf(before, messages)} → ${percentOf(after, messages)}`,
	].join('\n');
}

/** The hot words for the staff, and which of them have no keyword yet. */
export function hotWordsText(
	words: ReadonlyArray<{ word: string; texts: number }>,
	proposed: readonly string[],
): string {
	return [
		'本周热词',
		...words.map(({ word, texts }, place) => `${place + 1}. ${word}（${texts} 条）`),
		proposed.length === 0 ? '关键词库都答得上' : `还答不上，已列入下次审核：${proposed.join('、')}`,
	].join('\n');
}
