import { max } from 'lodash';
import { isTotal, largestAmount, MAX_PRIZE_FEN } from '../../../shared/wording/amounts';
import { SOURCES, type Finding, type RuleInfo } from '../../../shared/wording/finding';
import type { Plan } from './plan';

/** Above it the winners of an instant draw have to be announced as they come up: 500 CNY. */
const ANNOUNCE_FEN = 50_000;

/** Above it the organiser should think of the winner's income tax. */
const TAX_NOTICE_FEN = 100_000;

const RECORD_YEARS = 2;

/** Sums of odds are written with few digits. */
const ODDS_TOLERANCE = 0.0005;

/** A rule about the facts of an activity. */
export interface PlanRule extends RuleInfo {
	/** What it is about where the rule is broken; undefined where it is kept. */
	broken(plan: Plan): string | undefined;
}

const isChance = ({ kind }: Plan): boolean => kind === 'lottery' || kind === 'instantWin';

/** A fact counts as disclosed when its field is filled in or the text tells it. */
const undisclosed =
	(field: string, value: (plan: Plan) => unknown, inText: RegExp) =>
	(plan: Plan): string | undefined =>
		value(plan) || inText.test(plan.text) ? undefined : field;

const dearest = ({ prizes }: Plan): number => max(prizes.map(({ valueFen = 0 }) => valueFen)) ?? 0;

function oddsProblem({ prizes, blankOdds, ticketCount }: Plan): string | undefined {
	const stated = prizes.filter(({ odds }) => odds !== undefined);
	const sum = stated.reduce((total, { odds = 0 }) => total + odds, 0);
	if (sum > 1 + ODDS_TOLERANCE) return `${(sum * 100).toFixed(2)}%`;
	const isWhole = stated.length === prizes.length && prizes.length > 0 && blankOdds !== undefined;
	if (isWhole && Math.abs(sum + blankOdds - 1) > ODDS_TOLERANCE) {
		return `${((sum + blankOdds) * 100).toFixed(2)}%`;
	}
	const wrong =
		ticketCount !== undefined && ticketCount > 0
			? stated.find(
					({ odds = 0, quantity }) => Math.abs(odds - quantity / ticketCount) > ODDS_TOLERANCE,
				)
			: undefined;
	return wrong?.name;
}

function timeProblem({ startsAt, endsAt, drawAt, now }: Plan): string | undefined {
	if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt)
		return '结束时间早于开始时间';
	if (endsAt !== undefined && endsAt <= now) return '结束时间已过';
	if (drawAt !== undefined && drawAt <= now) return '开奖时间已过';
	if (drawAt !== undefined && endsAt !== undefined && drawAt < endsAt)
		return '开奖时间早于活动结束时间';
	return undefined;
}

export const PLAN_RULES: PlanRule[] = [
	{
		id: 'organiser-missing',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '未公布活动主办方。',
		fix: '写明主办方全称。',
		broken: undisclosed(
			'Organiser',
			({ organiser }) => organiser,
			/主办方|主办单位|举办方|活动主办|由.{2,30}(?:主办|举办)/u,
		),
	},
	{
		id: 'contact-missing',
		severity: 'warn',
		source: SOURCES.promotion,
		explanation: '未公布联系方式。',
		fix: '写明客服电话、邮箱或“在公众号内回复人工”。',
		broken: undisclosed(
			'Contact',
			({ contact }) => contact,
			/联系方式|联系电话|客服|咨询|热线|电话|邮箱/u,
		),
	},
	{
		id: 'time-missing',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '未公布活动起止时间。',
		fix: '写明开始和结束的日期与时刻。',
		broken: undisclosed(
			'Starts At, Ends At',
			({ startsAt, endsAt }) => startsAt !== undefined && endsAt !== undefined,
			/(?:\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})[^。\n]{0,16}(?:至|到|—|–|-|~|～)[^。\n]{0,6}\d/u,
		),
	},
	{
		id: 'conditions-missing',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '未公布参加条件和方式。',
		fix: '写明谁可以参加、怎样参加、每人几次。',
		broken: undisclosed(
			'Conditions',
			({ conditions }) => conditions,
			/参与方式|参加方式|参与条件|参加条件|参与规则|活动规则|活动对象|如何参与|回复[“"「『【]/u,
		),
	},
	{
		id: 'prizes-missing',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '未公布奖品种类以及数量或中奖概率。',
		fix: '逐项写明奖品名称、数量（或概率）和价值。',
		broken: (plan) => {
			const vague = plan.prizes.find(({ quantity, odds }) => quantity <= 0 && odds === undefined);
			if (vague) return vague.name;
			if (plan.prizes.length > 0 || !isChance(plan)) return undefined;
			return /[\d一二三四五六七八九十百]\s*(?:份|名|个|台|张|套|部|件|盒|位|本)/u.test(plan.text) &&
				/奖/u.test(plan.text)
				? undefined
				: 'Prizes';
		},
	},
	{
		id: 'prize-value-missing',
		severity: 'warn',
		source: SOURCES.promotion,
		explanation: '奖品价值不明。',
		fix: '写明奖品的市场价值，以便核对五万元上限。',
		broken: ({ prizes }) => prizes.find(({ valueFen }) => valueFen === undefined)?.name,
	},
	{
		id: 'prize-too-valuable',
		severity: 'block',
		source: SOURCES.competition,
		explanation: '抽奖式有奖销售的最高奖超过 50,000 元。',
		fix: '把单项最高奖降到 50,000 元以内；使用权、旅游等非现金奖品按市场价计算。',
		broken: (plan) => {
			if (!isChance(plan)) return undefined;
			if (dearest(plan) > MAX_PRIZE_FEN) return `${dearest(plan) / 100} 元`;
			const sentences = plan.text.match(/[^。！？!?\n]+/gu) ?? [];
			const single = sentences.filter((sentence) => !isTotal(sentence));
			const amount = max(single.map(largestAmount)) ?? 0;
			return amount > MAX_PRIZE_FEN ? `${amount / 100} 元` : undefined;
		},
	},
	{
		id: 'draw-method-missing',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '未公布抽奖方式和开奖时间。',
		fix: '写明开奖时间和方式，例如“开奖时公布种子，任何人可按承诺值验证”。',
		broken: (plan) =>
			isChance(plan)
				? undisclosed(
						'Draw Method',
						({ drawMethod }) => drawMethod,
						/开奖方式|抽奖方式|开奖时间|随机抽取|即时开奖|即抽即开|系统随机/u,
					)(plan)
				: undefined,
	},
	{
		id: 'claim-missing',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '未公布兑奖方式和期限。',
		fix: '写明怎样领奖、截止日期、逾期如何处理、奖品如何交付。',
		broken: (plan) =>
			isChance(plan) || plan.prizes.length > 0
				? undisclosed(
						'Claim',
						({ claim }) => claim,
						/领奖|兑奖|兑换方式|发放方式|奖品发放|领取方式|寄出|寄送|核销/u,
					)(plan)
				: undefined,
	},
	{
		id: 'odds-wrong',
		severity: 'block',
		source: SOURCES.competition,
		explanation: '公布的中奖概率合计不正确，或与奖品数量不符。',
		fix: '各奖项与未中奖的概率之和应为 100%；即抽即中时概率 = 奖品数量 ÷ 奖券总数。',
		broken: (plan) => oddsProblem(plan),
	},
	{
		id: 'time-impossible',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '活动时间不可行。',
		fix: '更正开始、结束和开奖时间。',
		broken: timeProblem,
	},
	{
		id: 'records-too-short',
		severity: 'block',
		source: SOURCES.promotion,
		explanation: '有奖销售的奖品、中奖名单等资料须保存两年以上。',
		fix: '把记录表保留至少两年。',
		broken: (plan) =>
			(isChance(plan) || plan.prizes.length > 0) && plan.recordYears < RECORD_YEARS
				? `${plan.recordYears} 年`
				: undefined,
	},
	{
		id: 'announce-winners',
		severity: 'warn',
		source: SOURCES.promotion,
		explanation: '即时开奖且单项奖品超过 500 元时，须随时公示兑奖情况。',
		fix: '用排行榜或公示页随时公布中奖编号和剩余数量。',
		broken: (plan) =>
			plan.kind === 'instantWin' &&
			dearest(plan) > ANNOUNCE_FEN &&
			!/公示|公布|公开/u.test(plan.text)
				? `${dearest(plan) / 100} 元`
				: undefined,
	},
	{
		id: 'income-tax',
		severity: 'warn',
		source: SOURCES.tax,
		explanation: '奖品价值较高而未说明个人所得税由谁承担。',
		fix: '写明偶然所得个人所得税由谁承担、如何代扣代缴。',
		broken: (plan) =>
			dearest(plan) > TAX_NOTICE_FEN && !/个税|个人所得税|税费|缴税|纳税/u.test(plan.text)
				? `${dearest(plan) / 100} 元`
				: undefined,
	},
];

/** What the facts of an activity break. */
export function checkPlan(plan: Plan): Finding[] {
	return PLAN_RULES.flatMap((rule) => {
		const found = rule.broken(plan);
		if (found === undefined) return [];
		const { id, severity, source, explanation, fix } = rule;
		return [{ id, severity, source, explanation, fix, found }];
	});
}
