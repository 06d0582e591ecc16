import { clockText } from '../day';
import type { Plan } from '../compliance/plan';
import { unitsOf, type ActivityPlan, type PlannedPrize } from './plan';
import { beaconNameAt } from './roundTimes';

const HOW_DRAWN =
	'报名前公布种子的承诺值，截止时公布全部参与编号及其摘要，开奖后公布种子，任何人都可以重新计算';

const yuan = (fen: number): string => String(fen / 100);

function prizeText(
	{ name, quantity, valueFen, minPoints }: PlannedPrize,
	byPoints: boolean,
): string {
	const value = valueFen === undefined ? '' : `（价值 ${yuan(valueFen)} 元）`;
	const points = byPoints ? `，满 ${minPoints} 分可得` : '';
	return `${name} ${quantity} 份${value}${points}`;
}

/** How many tickets an instant win has. */
export const ticketsOf = ({ kind, prizes, ticketCount }: ActivityPlan): number =>
	kind === 'instantWin' && ticketCount > 0 ? ticketCount : unitsOf(prizes);

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

function chanceText(plan: ActivityPlan): string {
	if (plan.kind === 'lottery') return '所有参加者中奖机会相同，取决于参加人数';
	if (plan.kind !== 'instantWin') return '';
	const [units, all] = [unitsOf(plan.prizes), ticketsOf(plan)];
	return all === 0 ? '' : `${all} 张奖券中有 ${units} 张中奖，中奖概率 ${percent(units / all)}`;
}

function methodText({ kind, beaconName, drawAt }: ActivityPlan): string {
	if (kind === 'instantWin') return '奖券事先切好并打乱，系统随机抽取，即时开奖，抽完为止';
	if (kind !== 'lottery') return '';
	return beaconName === ''
		? HOW_DRAWN
		: `${HOW_DRAWN}；中奖编号由种子和${beaconNameAt(beaconName, drawAt)}共同决定`;
}

function spanText({ startsAt, endsAt }: ActivityPlan): string {
	if (startsAt === undefined || endsAt === undefined) return '';
	return `${clockText(startsAt)} 至 ${clockText(endsAt)}`;
}

function claimText({ kind, claim, claimDays, prizes, reserves }: ActivityPlan): string {
	if (prizes.length === 0) return '';
	const next = kind === 'lottery' && reserves > 0 ? '，按开奖时排定的顺序由候补递补' : '';
	const limit = claimDays === 0 ? '' : `，自得奖起 ${claimDays} 天内有效，逾期视为放弃${next}`;
	return `${claim}${claim === '' ? '' : limit}`;
}

function told(plan: ActivityPlan): string {
	if (plan.prizes.length === 0) return '';
	return plan.kind === 'lottery'
		? '开奖后由公众号消息通知，也可以在公众号内查询'
		: '得奖时在公众号内即时告知，并给出兑换码';
}

/**
 * What followers read of an activity, made of the same data as the activity itself, so that the two cannot differ.
 * In Chinese.
 */
export function rulesText(plan: ActivityPlan): string {
	const { kind, name, organiser, conditions, prizes, contact, rules, drawAt } = plan;
	const byPoints = prizes.some(({ minPoints }) => minPoints > 0);
	const lines: Array<[title: string, text: string]> = [
		['主办方', organiser],
		['活动时间', spanText(plan)],
		['参与方式', conditions],
		['奖品', prizes.map((prize) => prizeText(prize, byPoints)).join('；')],
		['中奖概率', chanceText(plan)],
		['开奖时间', kind === 'lottery' && drawAt !== undefined ? `${clockText(drawAt)} 之后` : ''],
		['抽奖方式', methodText(plan)],
		['得奖通知', told(plan)],
		['领奖方式', claimText(plan)],
		['联系方式', contact],
		['其他说明', rules],
	];
	const filled = lines.filter(([, text]) => text !== '');
	return [`【${name}】`, ...filled.map(([title, text]) => `${title}：${sentence(text)}`)].join(
		'\n',
	);
}

const sentence = (text: string): string => (/[。！？!?]$/.test(text) ? text : `${text}。`);

/** The plan as the compliance check takes it. @param now epoch milliseconds */
export function planToCheck(plan: ActivityPlan, now: number): Plan {
	const { kind, organiser, contact, conditions, startsAt, endsAt, drawAt, prizes } = plan;
	const all = ticketsOf(plan);
	const isInstant = kind === 'instantWin' && all > 0;
	const odds = (quantity: number) => (isInstant ? quantity / all : undefined);
	return {
		kind,
		text: rulesText(plan),
		organiser,
		contact,
		conditions,
		claim: claimText(plan),
		// A lottery has to say when it is drawn, too.
		drawMethod: kind === 'lottery' && drawAt === undefined ? '' : methodText(plan),
		startsAt,
		endsAt,
		drawAt,
		prizes: prizes.map(({ name, quantity, valueFen }) => ({
			name,
			quantity,
			valueFen,
			odds: odds(quantity),
		})),
		blankOdds: isInstant ? (all - unitsOf(prizes)) / all : undefined,
		ticketCount: isInstant ? all : undefined,
		recordYears: 2,
		now,
	};
}
