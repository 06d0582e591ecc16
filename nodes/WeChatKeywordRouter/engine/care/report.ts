import type { AuditFinding, FindingKind } from '../audit';

/** A finding as a person works through it, in Chinese. */
export interface CareRow extends AuditFinding {
	/** What to do first: 1 before 2. */
	order: number;
	/** Where it stands. */
	where: string;
	/** What is wrong. */
	problem: string;
	/** What to do about it. */
	advice: string;
}

interface Told {
	label: string;
	advice: string;
	/** What is wrong, where `detail` does not say it in Chinese. */
	problem?: (finding: AuditFinding, other: string) => string;
}

/** In the order in which it should be done: what breaks a rule or a promise before what only looks untidy. */
const TOLD: Readonly<Record<FindingKind, Told>> = {
	wording: { label: '说法违规，马上改', advice: '按上面的改法改回复' },
	againstActivity: {
		label: '和活动规则矛盾',
		advice: '以已公布的活动规则为准改回复；规则错了，改下一期的活动计划',
	},
	disagreeing: { label: '回复互相矛盾', advice: '核实哪个对，两处改成一样' },
	contradictory: {
		label: '同一个词，两种回复',
		advice: '留一条，另一条删掉这个词',
		problem: ({ phrase }, other) => `“${phrase}”也是${other}的词，两边回复不同`,
	},
	unreadable: {
		label: '读不懂的行',
		advice: '按提示改这一格，改好之前这一行不起作用',
		problem: ({ detail }) => `这一行读不懂：${detail}`,
	},
	duplicateKey: {
		label: '重复的键',
		advice: '把其中一行的 key 改成别的，否则只有第一行起作用',
		problem: ({ keywordId }) => `两行的 key 都是“${keywordId}”`,
	},
	emptyReply: {
		label: '没有回复',
		advice: '写上回复，或停用',
		problem: () => '启用了，但没有写回复',
	},
	stolen: {
		label: '被别的关键词抢走',
		advice: '改得更具体，或在抢走它的那一条的 exclude 里填上这些词',
	},
	unheard: { label: '自己的词答不出', advice: '换一个说法，或检查 exclude' },
	wordingToCheck: { label: '说法请留意', advice: '核实后再决定改不改' },
	outdated: {
		label: '已过期',
		advice: '停用，或改 validTo',
		problem: () => '有效期已过，还启用着',
	},
	dead: { label: '没人问', advice: '补充变体和问法，或停用', problem: () => '这段时间没有人问到' },
	overlapping: {
		label: '互相重叠',
		advice: '一般不用改；回错了再看',
		problem: ({ phrase }, other) => `“${phrase}”和${other}有重叠，词长的优先`,
	},
};

const KINDS = Object.keys(TOLD);

/** Findings as rows to work through, what is to be done first at the top. */
export function careRows(
	findings: readonly AuditFinding[],
	nameOf: (keywordId: string) => string | undefined,
): CareRow[] {
	return findings
		.map((finding) => {
			const { kind, keyword, otherId, detail } = finding;
			const { advice, problem } = TOLD[kind];
			const other = `「${nameOf(otherId) ?? otherId}」`;
			return {
				...finding,
				order: KINDS.indexOf(kind) + 1,
				where: `关键词库「${keyword}」`,
				problem: problem?.(finding, other) ?? detail,
				advice,
			};
		})
		.sort((one, other) => one.order - other.order);
}

/** Rows that are told of one kind; the others are counted. */
const MOST_OF_A_KIND = 3;
const MOST_CHARACTERS = 120;
/** Kinds that are counted only: there are many, and nothing is wrong. */
const ONLY_COUNTED: ReadonlySet<FindingKind> = new Set<FindingKind>(['dead', 'overlapping']);

const short = (text: string): string =>
	text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;

function section(label: string, rows: readonly CareRow[], place: number): string[] {
	const [first] = rows;
	if (!first) return [];
	const shown = ONLY_COUNTED.has(first.kind) ? [] : rows.slice(0, MOST_OF_A_KIND);
	const rest = rows.length - shown.length;
	return [
		`${place}. ${label} ${rows.length} 处（${first.advice}）`,
		...shown.map(({ keyword, problem }) => `· 「${keyword}」${short(problem)}`),
		...(shown.length > 0 && rest > 0 ? [`· 还有 ${rest} 处`] : []),
	];
}

/** What the staff reads: what is to be done, first things first. */
export function careText(rows: readonly CareRow[]): string {
	if (rows.length === 0) return '没有需要处理的';
	const kinds = [...new Set(rows.map(({ kind }) => kind))];
	return kinds
		.flatMap((kind, place) =>
			section(
				TOLD[kind].label,
				rows.filter((row) => row.kind === kind),
				place + 1,
			),
		)
		.join('\n');
}
