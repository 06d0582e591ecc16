import { valueAt } from '../../../../nodes/shared/valueAt';
import type { Contacts } from '../../../../nodes/WeChatSegment/engine/contacts';
import {
	SCORE_SEGMENTS,
	segmentByMeans,
	segmentByScores,
	segmentIn,
} from '../../../../nodes/WeChatSegment/engine/fineSegments';
import {
	quantile,
	quintileBounds,
	scoreContacts,
	type Scoring,
} from '../../../../nodes/WeChatSegment/engine/scores';
import published from './data/rfmOrders.json';

function contactsOf(
	recencyDays: number[],
	frequency: number[],
	monetary: number[],
	left: number[] = [],
): Contacts {
	const blank = () => new Float64Array(recencyDays.length).fill(Number.NaN);
	return {
		openIds: recencyDays.map((_, index) => `o${index}`),
		firstAt: blank(),
		lastAt: blank(),
		recencyDays: Float64Array.from(recencyDays),
		frequency: Float64Array.from(frequency),
		monetary: Float64Array.from(monetary),
		gapDays: blank(),
		activeDays: blank(),
		isFollower: Uint8Array.from(recencyDays, (_, index) => (left.includes(index) ? 0 : 1)),
	};
}

const numbersOf = (contacts: Contacts, scoring: Scoring): number[] => {
	const { r, f, m } = scoreContacts(contacts, scoring);
	return [...r].map((score, index) => score * 100 + valueAt(f, index) * 10 + valueAt(m, index));
};

describe('quantiles', () => {
	it('are those of R: type 7', () => {
		// R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .5, .9, 1))
		const values = [1, 2, 4, 8, 16];
		expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((share) => quantile(values, share))).toEqual([
			1, 1.4, 2, 4, 12.8, 16,
		]);
	});

	it('give the bounds that the R package rfm publishes for miles per gallon of mtcars', () => {
		const milesPerGallon = [
			21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
			14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
		];
		const bounds = quintileBounds(Float64Array.from(milesPerGallon));
		[16.2, 18.92, 22, 25.08].forEach((bound, index) =>
			expect(bounds[index]).toBeCloseTo(bound, 10),
		);
	});
});

describe('scores by quantiles', () => {
	const contacts = contactsOf(published.recencyDays, published.orders, published.amount);
	const scores = numbersOf(contacts, { method: 'quantile' });

	it('equal all 995 that the R package rfm publishes for its sample orders', () => {
		expect(published.orders.reduce((sum, count) => sum + count)).toBe(4_906);
		expect(scores).toEqual(published.rfm);
	});

	it('give its segments: 158 champions with 1,234 orders of 120,178, and the other seven', () => {
		// The order of the package, in which the first that fits counts.
		const order = [
			'champions',
			'loyalCustomers',
			'potentialLoyalists',
			'newCustomers',
			'promising',
			'needAttention',
			'aboutToSleep',
			'atRisk',
			'cantLoseThem',
			'hibernating',
		];
		const bounds = order.flatMap((name) => SCORE_SEGMENTS.filter((one) => one.name === name));
		const segments = scores.map((score) =>
			segmentIn(bounds, Math.floor(score / 100), Math.floor(score / 10) % 10, score % 10),
		);
		const counts = new Map<string, number>();
		for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
		expect(Object.fromEntries(counts)).toEqual({
			loyalCustomers: 278,
			potentialLoyalists: 229,
			champions: 158,
			hibernating: 111,
			atRisk: 86,
			aboutToSleep: 50,
			others: 48,
			needAttention: 35,
		});
		const sumOf = (values: number[]) =>
			values.reduce((sum, value, index) => sum + (segments[index] === 'champions' ? value : 0), 0);
		expect([sumOf(published.orders), sumOf(published.amount)]).toEqual([1_234, 120_178]);
	});

	it('do not depend on those who left', () => {
		const stayed = contactsOf([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [9, 9, 9, 9, 9]);
		const withLeft = contactsOf(
			[1, 2, 3, 4, 5, 900, 901],
			[5, 4, 3, 2, 1, 80, 80],
			[9, 9, 9, 9, 9, 0, 0],
			[5, 6],
		);
		expect(numbersOf(withLeft, { method: 'quantile' }).slice(0, 5)).toEqual(
			numbersOf(stayed, { method: 'quantile' }),
		);
	});
});

describe('other scores', () => {
	it('by fixed thresholds reach a score at its bound', () => {
		const scoring: Scoring = {
			method: 'fixed',
			recency: [7, 14, 30, 60],
			frequency: [2, 3, 5, 8],
			monetary: [5, 10, 20, 40],
		};
		const contacts = contactsOf([0, 7, 8, 60, 61], [1, 2, 3, 8, 100], [0, 5, 9, 10, 40]);
		expect(numbersOf(contacts, scoring)).toEqual([511, 522, 432, 253, 155]);
	});

	it('by the mean are high or low', () => {
		const contacts = contactsOf([0, 10, 20], [9, 1, 2], [0, 0, 90]);
		expect(numbersOf(contacts, { method: 'mean' })).toEqual([551, 511, 115]);
		const { aboveMean } = scoreContacts(contacts, { method: 'mean' });
		expect([...aboveMean].map(segmentByMeans)).toEqual([
			'generalValue',
			'generalDevelop',
			'importantWinBack',
		]);
	});
});

describe('fine segments', () => {
	it('reach every segment that has a name', () => {
		const names = new Set<string>();
		const scores = [1, 2, 3, 4, 5];
		for (const r of scores)
			for (const f of scores) for (const m of scores) names.add(segmentByScores(r, f, m));
		expect([...SCORE_SEGMENTS.map(({ name }) => name), 'others'].sort()).toEqual([...names].sort());
	});
});
