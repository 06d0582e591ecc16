import { once } from 'lodash';
import groupBy from 'lodash/groupBy';
import { normalise } from '../../../shared/text/normalise';
import { isWeak } from '../../../shared/text/pieces';
import { createSegmenter } from '../../../shared/text/segment';
import { factsIn, type Fact } from './facts';
import { CASES, MATTERS } from './matters';

/** A text that tells followers something: an answer of the library, or the rules of an activity. */
export interface Statement {
	/** Equal for the texts of one entry, of which one is sent. */
	id: string;
	/** How the staff calls it, in Chinese. */
	name: string;
	/** Words that say what it is about, besides those of the text. */
	about: string;
	text: string;
	/** Whether it stands in the plan of an activity, which followers were promised. */
	isActivity: boolean;
}

/** Two statements that cannot both be right. */
export interface Disagreement {
	matter: Fact['matter'];
	one: Statement;
	other: Statement;
	facts: [Fact, Fact];
}

interface Told extends Fact {
	statement: Statement;
	/** What the entry is about. */
	subjects: ReadonlySet<string>;
	/** What stands beside the fact. */
	beside: ReadonlySet<string>;
	cases: string;
}

/** Facts of one matter that are compared with each other; a library has a few dozen. */
const MOST_FACTS = 400;

const segmenter = once(() => createSegmenter());

/** Words that are in answers of any subject. */
const COMMON = new Set(
	'全场 本店 小店 政策 规定 说明 介绍 几点 平时 时间 期限 有效 日内 以内 之内 可以 我们 您好 亲爱 请问 多久 什么 怎么 公众 微信 回复 人工 客服 联系 通过 进行 收到 没有 需要 活动 规则 以后 之后 之前 以上 以下 左右 如果 其他 支持 提供 欢迎'.split(
		' ',
	),
);

/** The words of a text that tell of a subject: of two characters and more, and none of a matter. */
function subjectsOf(text: string, { matter }: Fact): Set<string> {
	const isOfMatter = (word: string): boolean =>
		MATTERS.some(({ kind, words }) => kind === matter.kind && words.test(word));
	return new Set(
		segmenter()(normalise(text)).filter(
			(word) =>
				/^\p{Script=Han}{2,}$|^[a-z]{2,}$/u.test(word) &&
				!COMMON.has(word) &&
				!isWeak(word) &&
				!isOfMatter(word),
		),
	);
}

const casesOf = ({ about }: Statement, { clause }: Fact): string =>
	[...new Set(`${about}${clause}`.match(CASES) ?? [])].sort().join('|');

function told(statement: Statement): Told[] {
	return factsIn(statement.text).map((fact) => ({
		...fact,
		statement,
		subjects: subjectsOf(statement.about, fact),
		beside: subjectsOf(fact.clause, fact),
		cases: casesOf(statement, fact),
	}));
}

const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
	[...one].some((word) => other.has(word));

/**
 * Whether two facts are about the same: what one entry is about is what the other is about, or stands beside its
 * fact; or one of them is about nothing but the matter itself.
 */
function isSameMatter(one: Told, other: Told): boolean {
	if (one.cases !== other.cases) return false;
	const isNamed =
		shares(one.subjects, other.subjects) ||
		shares(one.subjects, other.beside) ||
		shares(other.subjects, one.beside);
	return (
		isNamed || (!one.matter.needsSubject && (one.subjects.size === 0 || other.subjects.size === 0))
	);
}

/** An answer that gives several values of a matter speaks of several cases; it is left to people. */
const valuesOf = (facts: readonly Told[]): Map<Statement, Set<string>> => {
	const values = new Map<Statement, Set<string>>();
	for (const { statement, value } of facts) {
		values.set(statement, (values.get(statement) ?? new Set()).add(value));
	}
	return values;
};

function within(facts: readonly Told[]): Disagreement[] {
	const values = valuesOf(facts);
	const hasValue = (statement: Statement, value: string): boolean =>
		values.get(statement)?.has(value) ?? false;
	return facts.flatMap((one, place) =>
		facts.slice(place + 1).flatMap((other) => {
			if (one.statement === other.statement) return [];
			const agrees = hasValue(one.statement, other.value) || hasValue(other.statement, one.value);
			if (agrees || !isSameMatter(one, other)) return [];
			// Plans are checked when they are opened; here the library is what can be put right.
			if (one.statement.isActivity && other.statement.isActivity) return [];
			return [
				{
					matter: one.matter,
					one: one.statement,
					other: other.statement,
					facts: [one, other] as [Fact, Fact],
				},
			];
		}),
	);
}

/**
 * Statements that contradict each other: times, amounts, phone numbers and hours that differ although they are about
 * the same. It goes by words, so a person has to look at each. Every pair of entries comes once for a matter.
 */
export function disagreementsOf(statements: readonly Statement[]): Disagreement[] {
	const facts = groupBy(statements.flatMap(told), ({ matter }) => matter.id);
	return MATTERS.flatMap(({ id }) => {
		const found = within((facts[id] ?? []).slice(0, MOST_FACTS));
		const once = new Map(
			found.map((each) => [JSON.stringify([each.one.id, each.other.id].sort()), each]),
		);
		return [...once.values()];
	});
}
