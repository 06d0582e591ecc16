import { UrgentFinder } from '../../../../nodes/shared/text/urgent/finder';
import type { Family } from '../../../../nodes/shared/text/urgent/kinds';
import { URGENT_KINDS, urgentIn } from '../../../../nodes/shared/text/urgent/urgent';
import { fastest } from '../../../harness/growth';
import { readSet, type SetPart } from '../../../harness/understanding';
import { HARMLESS, linesOf, URGENT } from './texts';

const kindsOf = (text: string): string[] => urgentIn(text).map(({ kind }) => kind);

describe.each(URGENT_KINDS)('%s', (kind) => {
	it.each(linesOf(URGENT[kind]))('is in: %s', (text) => expect(kindsOf(text)).toContain(kind));
});

it.each(linesOf(HARMLESS))('nothing is urgent in: %s', (text) => expect(kindsOf(text)).toEqual([]));

it('tells the words that say so, and self-harm before all else', () => {
	const [first, ...others] = urgentIn('你们扣了我两次钱，我真的不想活了');
	expect(first).toMatchObject({ kind: 'selfHarm' });
	expect(first?.words).toContain('不想活');
	expect(others.map(({ kind }) => kind)).toEqual(['money']);
});

it.each(['不想活', '急', '喝了吃了', '孩子偷偷充了', '喝 ', '扣了两次钱 ', '1', '。'])(
	'a text of nothing but %s takes no longer than it is long',
	(piece) => {
		urgentIn(piece);
		const text = piece.repeat(1_000_000 / piece.length);
		expect(fastest(() => urgentIn(text))).toBeLessThan(400);
	},
);

describe('families of words', () => {
	const family: Family = {
		kind: 'safety',
		words: { ate: '吃了', ill: '吐', asked: '吗', doubt: '会' },
		guards: { ill: { before: 'doubt' } },
		signs: ['ate ..4 ill ! asked'],
		harmless: '吐司',
	};
	const finder = new UrgentFinder([family]);
	const find = (text: string) => finder.find(finder.spot(text)).length > 0;

	it.each([
		['吃了就吐', true],
		['吃了三天三夜才吐', false],
		['吐了又吃了', false],
		['吃了会吐', false],
		['吃了吐司', false],
		['吃了吐吗', false],
		['吃了就吐。好吗', true],
	])('%s', (text, isFound) => expect(find(text)).toBe(isFound));

	it('have to name lists that are there, each once', () => {
		const withSign = (sign: string) => new UrgentFinder([{ ...family, signs: [sign] }]);
		expect(() => withSign('ate & unknown')).toThrow('unknown');
		expect(() => withSign('ate near ill')).toThrow('No sign');
		expect(() => new UrgentFinder([family, family])).toThrow('Two word lists');
	});
});

describe('on texts that were written apart from the rules', () => {
	const figuresOf = (part: SetPart) => {
		const texts = readSet('urgent', part).map(({ label, text }) => ({
			isUrgent: label === 'urgent',
			isFound: urgentIn(text).length > 0,
		}));
		const share = (isUrgent: boolean) => {
			const meant = texts.filter((each) => each.isUrgent === isUrgent);
			return meant.filter(({ isFound }) => isFound).length / meant.length;
		};
		return { found: share(true), alarms: share(false) };
	};

	// The goal is 0.95 found and 0.03 false alarms; this is what is reached, so that it gets no worse.
	it.each([
		['dev', 0.96, 0.02],
		['held', 0.83, 0.06],
	] as const)('the %s part: found and false alarms', (part, found, alarms) => {
		const figures = figuresOf(part);
		expect(figures.found).toBeGreaterThanOrEqual(found);
		expect(figures.alarms).toBeLessThanOrEqual(alarms);
	});
});
