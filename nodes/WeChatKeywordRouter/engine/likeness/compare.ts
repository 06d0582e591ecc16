import { countBits } from './asked';
import type { Prepared, Word } from './prepared';

/** Two characters of which one turns the meaning of the other. */
const OPPOSITES =
	'大小 多少 男女 上下 前后 买卖 开关 左右 进出 早晚 高低 快慢 长短 胖瘦 新旧 好坏 黑白 冷热 父母 爸妈 哥弟 姐妹 爷奶 公婆 内外 东西 南北 东南 西北 春秋 冬夏 来去 增减 加减 升降 借还 送收 存取 问答 输赢 胜负 真假 软硬 轻重 厚薄 深浅 粗细 远近 生死 生熟 老少 老幼 美丑 香臭 红绿 红黑 红白 黄蓝 儿女 夫妻 日夜 昼夜 始终 天地 阴阳 正反 正负 单双 首末 首尾 装拆 安卸 穿脱 推拉 涨跌 盈亏 攻守 文理 干湿 酸甜 苦甜'
		.split(' ')
		.map((pair) => [pair.charAt(0), pair.charAt(1)] as const);

/** How much of the words of one text the other one has, and what is left. */
interface Cover {
	covered: number;
	/** Weight that is left, and that of the heaviest word that is left. */
	left: number;
	heaviest: number;
	/** Characters that the other text does not have. */
	missing: string;
	/** How the last and the first telling word are covered. */
	last: number;
	first: number;
}

const TELLING = 0.45;

/** A word counts as far as its characters are in the other text, pairs of them more. */
function shareOf({ text }: Word, other: string, words: ReadonlySet<string>): number {
	if (words.has(text)) return 1;
	if (text.length > 1 && other.includes(text)) return 0.95;
	let found = 0;
	for (const character of text) if (other.includes(character)) found++;
	if (text.length === 1) return found * 0.85;
	return (0.75 * found) / text.length;
}

function cover(own: Prepared, other: Prepared): Cover {
	const words = new Set(other.words.map(({ text }) => text));
	const result: Cover = { covered: 0, left: 0, heaviest: 0, missing: '', last: 1, first: -1 };
	for (const word of own.words) {
		const share = shareOf(word, other.text, words);
		const left = word.weight * (1 - share);
		result.covered += word.weight * share;
		result.left += left;
		result.heaviest = Math.max(result.heaviest, left);
		if (word.weight >= TELLING) {
			result.last = share;
			if (result.first < 0) result.first = share;
		}
		if (share < 1) for (const c of word.text) if (!other.text.includes(c)) result.missing += c;
	}
	if (result.first < 0) result.first = 1;
	return result;
}

/** Longest common subsequence, and longest common run. */
function common(one: string, other: string): { inOrder: number; run: number } {
	let before = new Uint8Array(other.length + 1);
	let runs = new Uint8Array(other.length + 1);
	let run = 0;
	for (let i = 1; i <= one.length; i++) {
		const now = new Uint8Array(other.length + 1);
		const nowRuns = new Uint8Array(other.length + 1);
		const code = one.charCodeAt(i - 1);
		for (let j = 1; j <= other.length; j++) {
			if (code === other.charCodeAt(j - 1)) {
				now[j] = (before[j - 1] ?? 0) + 1;
				const length = (runs[j - 1] ?? 0) + 1;
				nowRuns[j] = length;
				if (length > run) run = length;
			} else now[j] = Math.max(before[j] ?? 0, now[j - 1] ?? 0);
		}
		before = now;
		runs = nowRuns;
	}
	return { inOrder: before[other.length] ?? 0, run };
}

/** Weighted share of the telling words of both that stand in another order. */
function turned(one: Prepared, other: Prepared): number {
	const places = new Map(other.words.map(({ text, start }) => [text, start]));
	const both = one.words.filter(({ text, weight }) => weight >= 0.3 && places.has(text));
	let pairs = 0;
	let against = 0;
	for (let i = 0; i < both.length; i++) {
		for (let j = i + 1; j < both.length; j++) {
			pairs++;
			if ((places.get(both[i]?.text ?? '') ?? 0) > (places.get(both[j]?.text ?? '') ?? 0))
				against++;
		}
	}
	return pairs === 0 ? 0 : against / pairs;
}

const isOpposite = (one: string, other: string): boolean =>
	OPPOSITES.some(
		([a, b]) => (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)),
	);

function differingNames(one: readonly string[], other: readonly string[]): number {
	const shared = one.filter((name) => other.includes(name)).length;
	const most = Math.max(one.length, other.length);
	return most === 0 ? 0 : 1 - shared / most;
}

/** What is compared; the order is that of the weights. */
export const FEATURES = [
	'one',
	'messageCovered',
	'entryCovered',
	'leastCovered',
	'product',
	'similarity',
	'similaritySquared',
	'messageLeft',
	'entryLeft',
	'bothLeft',
	'messageHeaviest',
	'entryHeaviest',
	'replaced',
	'nothingLeft',
	'inOrder',
	'run',
	'turned',
	'turnedWhole',
	'names',
	'negation',
	'opposite',
	'otherKind',
	'sharedKind',
	'oneKind',
	'lengths',
	'size',
	'last',
	'first',
	'leastLast',
	'margin',
	'missing',
] as const;
export type Feature = (typeof FEATURES)[number];

export interface Context {
	/** Weighted share of characters and pairs that both have, from the index. */
	similarity: number;
	/** Rank of the best other entry as a share of this one's. */
	margin: number;
}

/** Numbers that tell whether a message asks what an entry of the library answers. */
export function featuresOf(
	message: Prepared,
	entry: Prepared,
	{ similarity, margin }: Context,
): number[] {
	const ofMessage = cover(message, entry);
	const ofEntry = cover(entry, message);
	const messageCovered = ofMessage.covered / Math.max(message.weight, 0.01);
	const entryCovered = ofEntry.covered / Math.max(entry.weight, 0.01);
	const { inOrder, run } = common(message.text, entry.text);
	const longest = Math.max(message.text.length, entry.text.length, 1);
	const shortest = Math.min(message.text.length, entry.text.length);
	const shared = countBits(message.kinds & entry.kinds);
	const apart = countBits(message.kinds ^ entry.kinds);
	const isOther = message.kinds !== 0 && entry.kinds !== 0 && shared === 0;
	const leastCovered = Math.min(messageCovered, entryCovered);
	const order = turned(message, entry);
	return [
		1,
		messageCovered,
		entryCovered,
		leastCovered,
		messageCovered * entryCovered,
		similarity,
		similarity * similarity,
		Math.min(3, ofMessage.left),
		Math.min(3, ofEntry.left),
		Math.min(3, ofMessage.left, ofEntry.left),
		ofMessage.heaviest,
		ofEntry.heaviest,
		Math.min(ofMessage.heaviest, ofEntry.heaviest),
		ofMessage.heaviest < 0.3 && ofEntry.heaviest < 0.3 ? 1 : 0,
		inOrder / longest,
		run / longest,
		order,
		leastCovered > 0.85 ? order : 0,
		differingNames(message.names, entry.names),
		Math.min(1, Math.abs(message.negations - entry.negations)),
		isOpposite(ofMessage.missing, ofEntry.missing) ? 1 : 0,
		isOther ? 1 : 0,
		Math.min(3, shared),
		Math.min(3, apart),
		shortest / longest,
		Math.min(1, message.text.length / 30),
		ofMessage.last,
		ofMessage.first,
		Math.min(ofMessage.last, ofEntry.last),
		Math.max(0, 1 - margin),
		Math.min(1, (ofMessage.missing.length + ofEntry.missing.length) / (2 * longest)),
	];
}
