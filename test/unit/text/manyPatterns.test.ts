import fc from 'fast-check';
import { beginningsOf } from '../../../nodes/shared/text/beginnings';
import { ManyPatterns } from '../../../nodes/shared/text/manyPatterns';
import { normalise } from '../../../nodes/shared/text/normalise';
import { OFFERS } from '../../../nodes/shared/text/offers/phrases';
import { readSet } from '../../harness/understanding';

const units = (source: string) =>
	[...(beginningsOf(source) ?? [])].map((unit) => String.fromCharCode(unit)).sort();

describe('what a match can begin with', () => {
	it.each([
		['退款', ['退']],
		['[退换]货', ['换', '退']],
		['(?:退|换)货', ['换', '退']],
		['再?买', ['买', '再']],
		['(?<![a-z])(?:再|又)?买', ['买', '再', '又']],
		['[再又]{0,2}买', ['买', '再', '又']],
		['[再又]{1,2}买', ['再', '又']],
		['\\d元', [...'0123456789']],
		['\\?号', ['?']],
	])('%s: %j', (source, wanted) => expect(units(source)).toEqual([...wanted].sort()));

	it.each(['.货', '[^退]货', '\\w货', '再?', '(?:再|)买?', '\\p{L}货'])('%s: anything', (source) =>
		expect(beginningsOf(source)).toBeUndefined(),
	);
});

describe('many patterns at once', () => {
	const all = new ManyPatterns(OFFERS);
	const byPattern = (text: string) =>
		Object.entries(OFFERS).flatMap(([name, pattern]) => {
			const matches = [...text.matchAll(pattern)].map(([match]) => match);
			return matches.length > 0 ? [{ name, matches }] : [];
		});

	it('find what each finds alone, in texts as they are written', () => {
		for (const set of ['urgent', 'contacts', 'compliance'] as const) {
			for (const { text } of readSet(set, 'dev')) {
				const normal = normalise(text);
				expect(all.find(normal)).toEqual(byPattern(normal));
			}
		}
	});

	it('find what each finds alone, in whatever is put together of their characters', () => {
		const signs = Object.values(OFFERS).flatMap(
			({ source }) => source.match(/[\p{L}\p{N}]+/gu) ?? [],
		);
		const text = fc
			.array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom('，', '加', ' ', '1', '👇')), {
				maxLength: 12,
			})
			.map((pieces) => normalise(pieces.join('')));
		fc.assert(
			fc.property(text, (given) => {
				expect(all.find(given)).toEqual(byPattern(given));
			}),
			{ numRuns: 1_000 },
		);
	});
});
