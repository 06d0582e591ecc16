import { SOURCES } from '../finding';
import type { TextRule } from '../rule';
import { ABSOLUTE, CURES, HEALTH_SIGNS } from './claimWords';

/** Rules against praise that the law does not allow. */
export const CLAIM_RULES: TextRule[] = [
	{
		id: 'absolute-claims',
		severity: 'block',
		source: SOURCES.advertising,
		pattern: new RegExp(ABSOLUTE, 'giu'),
		canBeNegated: false,
		notAfter:
			/(?:你|您|我(?!们?家)|他|她|谁|哪[^，]{0,8}|心目?中|觉得|认为|评选|选出|票选|投票|评出|获|借阅|读者)[^，]{0,8}$|(?:可能|应该|尽|尽可能|以|说|将|是否|不是|并非|不说|不用|不敢说|不必|不追求)$/u,
		unless:
			/[？?]|最佳[^，。]{0,4}奖|比赛|联赛|奥运|锦标赛|运动会|纪录|广告法|极限词|历史上|气象|气温|采访|专访|报道|新闻|讲解|讲座|博物馆|使用注意|怎么写|怎样写/u,
		explanation: '广告中使用了“最”“第一”“国家级”等绝对化用语（极限词），或贬低同行。',
		fix: '改为可以证实的事实，例如“今年新茶，清明前采摘”“本店本月满 100 元减 20 元”，不与同行比较。',
	},
	{
		id: 'medical-claims',
		severity: 'block',
		source: SOURCES.medical,
		pattern: new RegExp(CURES, 'gu'),
		canBeNegated: true,
		notAfter: /(?:就医|遵医嘱|去|正在|接受|正规|患者的?|门诊|不是|并不)[^，]{0,6}$/u,
		unless: HEALTH_SIGNS,
		explanation: '普通商品的宣传涉及疾病治疗、预防或医疗用语。',
		fix: '只写口感、产地、工艺等事实，例如“口感温润、回甘明显”；功效只有持证的药品、医疗器械、保健食品可按批准的内容写。',
	},
	{
		id: 'certain-win',
		severity: 'warn',
		source: SOURCES.competition,
		pattern:
			/100\s?%\s?(?:中奖|有奖)|百分之?百中奖|百分百(?:中|有奖)|必中|包中|人人有奖|人人中奖|人人都?有(?:份|红包|礼)|必有奖|不中包退|次次有奖|永不落空/gu,
		canBeNegated: true,
		explanation: '宣称必定中奖；与实际中奖概率不符时属于欺骗性有奖销售。',
		fix: '写明真实的奖品数量或中奖概率；确实人人有奖时写明最低奖项。',
	},
	{
		id: 'final-interpretation',
		severity: 'warn',
		source: SOURCES.consumers,
		pattern: /最终解释权|单方解释权|有权随时(?:更改|修改|终止|取消)|解释权归/gu,
		canBeNegated: true,
		explanation: '“最终解释权”等格式条款无效；活动开始后不得改变规则使参加者受损。',
		fix: '删去该条款，写明争议处理方式和联系方式。',
	},
];
