import { fitnessOf } from '../../../nodes/WeChatActivity/engine/submission/fitness';
import { eachFeature } from '../../../nodes/shared/text/likeness/features';
import { LikenessModel } from '../../../nodes/shared/text/likeness/model';
import { characterOf, MOST, weightAt } from '../../../nodes/shared/text/likeness/weights';
import { normalise } from '../../../nodes/shared/text/normalise';
import { sensitiveSearch } from '../../../nodes/shared/text/sensitive';
import { urgentIn } from '../../../nodes/shared/text/urgent/urgent';
import { checkWording } from '../../../nodes/shared/wording/check';

const placesOf = (text: string, bits: number, marks: string[] = []): Set<number> => {
	const places = new Set<number>();
	eachFeature(text, marks, bits, (place) => places.add(place));
	return places;
};

describe('weights as characters', () => {
	it('are read as they were written, and cut where they are too large', () => {
		const weights = [-MOST, -1, 0, 1, 12, 13, 14, MOST, 99];
		const text = weights.map(characterOf).join('');
		expect(weights.map((_, place) => weightAt(text, place))).toEqual([
			...weights.slice(0, -1),
			MOST,
		]);
		expect(JSON.stringify(text)).toHaveLength(text.length + 2);
	});
});

describe('features', () => {
	it('lie within the table, and are the same for the same text', () => {
		const places = placesOf('加薇领券', 8, ['list:ate']);
		expect(Math.max(...places)).toBeLessThan(256);
		expect(placesOf('加薇领券', 8, ['list:ate'])).toEqual(places);
		expect(placesOf('加薇领券', 8)).not.toEqual(places);
	});

	it('are shared by what sounds alike, and not by what does not', () => {
		const shared = (one: string, other: string) => {
			const known = placesOf(one, 20);
			return [...placesOf(other, 20)].filter((place) => known.has(place)).length;
		};
		expect(shared('加薇', '佳威')).toBeGreaterThan(shared('加薇', '发货'));
	});

	it('tell a number of an order from a price, and not one price from another', () => {
		expect(placesOf('12', 16)).toEqual(placesOf('35', 16));
		expect(placesOf('12', 16)).not.toEqual(placesOf('20260101', 16));
	});
});

describe('a model', () => {
	const places = [...placesOf('坏', 6)];
	const weights = Array.from({ length: 64 }, (_, place) =>
		characterOf(places.includes(place) ? 30 : -30),
	);
	const model = new LikenessModel({
		bits: 6,
		kindBits: 6,
		unit: 1,
		kindUnit: 1,
		bias: 0,
		like: 1,
		unlike: -1,
		kinds: 'one other',
		kindBias: [0, 1],
		weights: weights.join(''),
		kindWeights: characterOf(0).repeat(128),
	});

	it('tells what it has learned', () => {
		expect(model.isLike(model.scoreOf('坏'))).toBe(true);
		const harmless = '好好学习，天天向上';
		expect(model.isUnlike(harmless, model.scoreOf(harmless))).toBe(true);
		// Of a text longer than those learned from too little is known.
		const long = harmless.repeat(10);
		expect(model.isUnlike(long, model.scoreOf(long))).toBe(false);
		expect(model.kindOf('坏')).toBe('other');
	});

	it('shows the text where no words stand out', () => expect(model.wordsIn('!')).toEqual(['!']));
});

describe('what was learned', () => {
	const search = sensitiveSearch(true, [], normalise);
	const categories = (text: string) => search(normalise(text)).map(({ category }) => category);

	it.each([
		['spam', '想进的踢我 球群六七八八九九零'],
		['fraud', '动动手指接任务，做一单结一单，佣金秒到'],
		['abuse', '写得跟屎一样，编辑是猪'],
		['adult', '附近妹子上门，到付满意'],
	])('finds %s that no list has: %s', (category, text) =>
		expect(categories(text)).toContain(category),
	);

	it('takes back what a word alone says', () => {
		expect(categories('反诈宣传说了，刷单都是骗人的，大家注意')).toEqual([]);
		expect(categories('微信支付扫码进群看菜单可以吗')).toEqual([]);
	});

	it.each(['fahuo le ma', 'YOUHUIQUAN', '13812345678'])('guesses nothing of %s', (text) =>
		expect(categories(text)).toEqual([]),
	);

	it('takes back no word that an operator watches for', () => {
		const own = sensitiveSearch(true, [{ word: '菜单', category: 'own' }], normalise);
		expect(own('请问菜单在哪看')).toEqual([{ word: '菜单', category: 'own' }]);
	});

	it('is a reason to look at an entry, not to refuse it', () => {
		const text = '招人做单，本金佣金一起回';
		expect(search(text)).toMatchObject([{ category: 'fraud', isGuess: true }]);
		expect(fitnessOf(text)).toMatchObject({ verdict: 'fit', warnings: [expect.any(String)] });
	});

	it('names the rule that a short text is like breaking, for a person to look at', () => {
		expect(checkWording('一贴下去，鼻炎再也没犯')).toMatchObject([
			{ id: 'medical-claims', severity: 'warn' },
		]);
		expect(checkWording('点个小心心再走，截图给店员拿糖')).toMatchObject([
			{ id: 'induced-likes', severity: 'warn' },
		]);
	});

	it('takes back what no word of the rest speaks for, and never what it has not learned', () => {
		expect(checkWording('最近的地铁口怎么走')).toEqual([]);
		expect(checkWording('本活动最终解释权归主办方所有')).toMatchObject([
			{ id: 'final-interpretation' },
		]);
	});

	it('finds what is urgent in words that no list has', () => {
		expect(urgentIn('护士给我爸挂错瓶了，名字对不上，人现在昏着')).not.toEqual([]);
		expect(urgentIn('护士给我爸换瓶很及时，谢谢')).toEqual([]);
	});
});
