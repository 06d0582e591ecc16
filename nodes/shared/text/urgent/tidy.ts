/*
 * How people write what they do not dare to write, or write in haste: signs between the characters, sounds instead
 * of characters, digits for sounds.
 */

/** What is not seen at all. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

/** Signs that tear a word apart. Those that end a clause are not among them. */
const TORN = /(?<=\p{Script=Han})[*\-_.·|/\\+~^'"`•]{1,3}(?=\p{Script=Han})/gu;
const ANY_TEARING = /[*\-_.·|/\\+~^'"`•]/;
const SPACED = /(?<=\p{Script=Han})[ \t\u3000]{1,3}(?=\p{Script=Han})/gu;
const ANY_SPACE = /[ \t\u3000]/;
const HAN = /\p{Script=Han}/u;

/** Usual slips and disguises, and what is meant. */
const MEANT: Readonly<Record<string, string>> = {
	自鲨: '自杀',
	自沙: '自杀',
	自刹: '自杀',
	自莎: '自杀',
	自s: '自杀',
	自sha: '自杀',
	zisha: '自杀',
	zi杀: '自杀',
	自殺: '自杀',
	想si: '想死',
	想4: '想死',
	想sǐ: '想死',
	xiangsi: '想死',
	不响活: '不想活',
	不相活: '不想活',
	不想huo: '不想活',
	buxianghuo: '不想活',
	不想或了: '不想活了',
	不想货了: '不想活了',
	活不夏去: '活不下去',
	割wan: '割腕',
	割碗: '割腕',
	割婉: '割腕',
	跳lou: '跳楼',
	tiaolou: '跳楼',
	跳喽: '跳楼',
	安免药: '安眠药',
	安眠yao: '安眠药',
	安定药: '安眠药',
	投拆: '投诉',
	投素: '投诉',
	投述: '投诉',
	投溯: '投诉',
	头诉: '投诉',
	偷诉: '投诉',
	tousu: '投诉',
	举抱: '举报',
	举暴: '举报',
	jubao: '举报',
	暴光: '曝光',
	爆光: '曝光',
	起拆: '起诉',
	起素: '起诉',
	qisu: '起诉',
	律shi: '律师',
	律诗函: '律师函',
	报jing: '报警',
	报警察: '报警',
	报井: '报警',
	保警: '报警',
	法源: '法院',
	过闵: '过敏',
	过民: '过敏',
	过敃: '过敏',
	过min: '过敏',
	拉肚几: '拉肚子',
	拉度子: '拉肚子',
	拉杜子: '拉肚子',
	住园: '住院',
	住愿: '住院',
	中独: '中毒',
	扣宽: '扣款',
	烫商: '烫伤',
	蟑郎: '蟑螂',
	张螂: '蟑螂',
	玻离: '玻璃',
	波璃: '玻璃',
	玻里渣: '玻璃渣',
	玻璃扎: '玻璃渣',
	骗纸: '骗子',
	诈片: '诈骗',
	偏我: '骗我',
	盗帅: '盗刷',
	道刷: '盗刷',
	黑毛投诉: '黑猫投诉',
	嘿猫: '黑猫',
	消鞋: '消协',
	消携: '消协',
	一二三一五: '12315',
	幺二三幺五: '12315',
	要二三要五: '12315',
	一二三四五热线: '12345热线',
	'123I5': '12315',
	'123l5': '12315',
};
const ANY_MEANT = new RegExp(Object.keys(MEANT).join('|'), 'g');

/** Digits that are one number: 1 2 3 1 5, 12-315. */
const TORN_NUMBER = /(?<!\d)1[ .-]{0,2}2[ .-]{0,2}3[ .-]{0,2}(?:1[ .-]{0,2}5|4[ .-]{0,2}5)(?!\d)/g;

/** Whether the character at a place stands alone between signs, spaces and the ends of the text. */
function isAlone(text: string, place: number): boolean {
	return !HAN.test(text.charAt(place - 1)) && !HAN.test(text.charAt(place + 1));
}

/** Spaces go where a character stands alone on one side; between words they part sentences. */
const withoutSpaces = (text: string): string =>
	!ANY_SPACE.test(text)
		? text
		: text.replace(SPACED, (spaces: string, place: number) =>
				isAlone(text, place - 1) || isAlone(text, place + spaces.length) ? '' : spaces,
			);

/**
 * The text as it would be written plainly.
 *
 * @param text in the form of `normalise`
 */
export function tidy(text: string): string {
	const plain = text.replace(INVISIBLE, '');
	return withoutSpaces(ANY_TEARING.test(plain) ? plain.replace(TORN, '') : plain)
		.replace(TORN_NUMBER, (number) => number.replace(/[ .-]/g, ''))
		.replace(ANY_MEANT, (word) => MEANT[word] ?? word);
}

/** The same without any spaces between Chinese characters: for what must not be missed. */
export const joined = (text: string): string =>
	ANY_SPACE.test(text) ? text.replace(SPACED, '') : text;
