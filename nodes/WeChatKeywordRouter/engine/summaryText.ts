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
