import { CueIndex, eachMatch } from './cues';
import type { Matter } from './phrases';

/** A fact told with a number: 等了三天, 用了两次就坏. */
export interface ToldFact {
	start: number;
	end: number;
	weight: number;
	/** What praise of such a matter it belies; undefined for a fact that is good. */
	fact?: Matter;
}

const NUMBER = '(?:\\d{1,4}|[一二两三四五六七八九十百几半好多整]{1,4})(?:个|多个|多)?(?:半)?';
const LONG = `${NUMBER}(?:多)?(?:小时|钟头|天|日|周|星期|礼拜|月|年|晚上|宿)(?:多|半)?`;
const SHORT =
	'(?:(?:第二|隔|次|当|一|两|1|2)(?:天|日|晚)|(?:\\d{1,2}|[一二两三五十几半]{1,3})(?:个)?(?:多)?(?:分钟|小时|钟头|秒)|马上|立马|立刻|瞬间)';
const BREAK =
	'(?:坏|断|裂|掉|破|碎|黑屏|死机|漏|开线|开胶|脱胶|脱线|起球|褪色|掉色|变形|罢工|报废|散架|没电|蔫|烂|馊|臭|霉|过期|不行|不能用|用不了|没了|瘪|塌|锈|缩水|鼓包|崩|卡|废|成砖|打不开|不亮|不转|不响|松|歪|起皮|过敏)';
const USE =
	'(?:用|穿|洗|戴|喝|吃|骑|玩|开|摸|碰|坐|背|装|买|到手|收到|打开|拆开|拿到|更新|登|掰|拉|一)';

interface Pattern {
	cue: RegExp;
	pattern: RegExp;
	weight: number;
	fact?: Matter;
}

/** The first that matches at a place counts, so the good news stand before the bad that look like them. */
const PATTERNS: Pattern[] = [
	{
		cue: /没|跟新|像新|依旧|依然|还[很是能跟像好挺]/,
		pattern: new RegExp(
			`(?:用|穿|戴|骑|开|背|喝|养|盖|住)了?(?:快|有|都|整整)?${LONG}.{0,5}(?:没(?:有)?(?:坏|断|掉|裂|变|褪|起球|出过?|毛病|问题)|跟新|像新|和新|依旧|依然|还(?:是|能|跟|像|好|很|挺))`,
			'g',
		),
		weight: 2.5,
	},
	{
		cue: /到|发|解决|处理|回|好|赔|退|办/,
		pattern: new RegExp(
			`${SHORT}(?:不到|之内|内)?(?:就|便|都|给我|给)?(?:送?到(?!账没|现在)|收到|发货|发|到货|送达|退款|退|到账|解决|处理|回复|回了|搞定|办完|办好|弄完|修好|赔)`,
			'g',
		),
		weight: 2,
	},
	{
		cue: /等|拖|排|耗|催|堵|站|熬|晾|折腾|跑|打|转|问/,
		pattern: new RegExp(
			`(?:等|拖|排|耗|催|堵|晾|站|熬|折腾|排队|打电话)(?:了|我)?(?:我)?(?:整整|足足|快|将近|差不多|有|又|好|都|上)?(?:${LONG}|半天|一上午|一下午|一整天|一宿|\\d{2,3}分钟|[二三四五六]十分钟|一辈子|明年|天荒地老|花儿)|(?:打|拨|催|问|跑|转|报修|换|修|登录|登|排)了?(?:有|快|不下)?(?:${NUMBER})(?:次|遍|趟|回|通)|(?:第)?(?:三|四|五|六|七|八|九|十|几|N|n|[3-9]|\\d{2})(?:次|遍|趟)了`,
			'g',
		),
		weight: -2,
		fact: 'speed',
	},
	{
		cue: /没|未|不|才|还在|无/,
		pattern: new RegExp(
			`(?:${LONG}|半天|一上午|一下午)(?:了|过去了)?,?(?:都|也|还|愣是|硬是|依然|仍)?(?:是)?(?:没(?!有?(?:白|坏|断|毛病|问题))|未|不(?!到|错)|才|还在|杳无|毫无|无人)`,
			'g',
		),
		weight: -2,
		fact: 'speed',
	},
	{
		cue: new RegExp(BREAK),
		pattern: new RegExp(
			`(?:${USE}了?(?:不到|才|没)?(?:${NUMBER})?(?:次|回|下|天|周|月|个月|水|年|夜|晚)?|(?:第二|第三|当|隔|次|没几|没两|不到${NUMBER}|才${NUMBER}|${NUMBER})(?:天|日|次|周|个?月|年)|刚(?:到手|买|拆|收到|打开|用|穿|换))(?:就|就都|直接|便|全|都|电就|后就|之后就)+(?:给我)?(?:全|都|自己)?${BREAK}`,
			'g',
		),
		weight: -2.5,
		fact: 'any',
	},
	{
		cue: /只有|只给|就给|就剩|才给|只剩/,
		pattern:
			/(?:只有|就|只)(?:给|发|装|剩|送)(?:了|我)?.{0,2}(?:[一二两三几半]|\d).{0,1}(?:片|个|块|粒|颗|口|件|包|只|根|瓶|点)/g,
		weight: -1.5,
		fact: 'any',
	},
];

const INDEX = new CueIndex(PATTERNS.map(({ cue }) => cue));

/**
 * Facts told with numbers: how long somebody waited, after how little use a thing broke, and the opposite of both.
 *
 * @param text in the form of `normalise`
 */
export function toldFacts(text: string): ToldFact[] {
	const facts: ToldFact[] = [];
	for (const at of INDEX.in(text)) {
		const told = PATTERNS[at];
		if (!told) continue;
		const { pattern, weight, fact } = told;
		eachMatch(text, pattern, (start, end) => facts.push({ start, end, weight, fact }));
	}
	return facts;
}
