import { valueAt } from '../../../../nodes/shared/valueAt';
import { ActivityLog } from '../../../../nodes/WeChatSegment/engine/activityLog';
import {
	fitBgNbd,
	probabilityAlive,
	type Purchases,
} from '../../../../nodes/WeChatSegment/engine/bgNbd';
import { churnRisks, type ChurnRules } from '../../../../nodes/WeChatSegment/engine/churn';
import { logGamma } from '../../../../nodes/shared/segment/gamma';
import { minimize } from '../../../../nodes/WeChatSegment/engine/nelderMead';
import cdnow from './data/cdnow.json';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00:00+08:00');

/** The 2,357 histories of the CDNOW sample. */
function histories(): Purchases[] {
	return cdnow.cohorts.flatMap(({ ageWeeks: age, people, returned }) => {
		const cameBack = returned.flatMap((returns, place) =>
			place % 2 === 0 ? [{ returns, lastAt: valueAt(returned, place + 1), age }] : [],
		);
		const once = people - cameBack.length;
		return [...cameBack, ...Array<Purchases>(once).fill({ returns: 0, lastAt: 0, age })];
	});
}

describe('BG/NBD', () => {
	const fit = fitBgNbd(histories());

	it('has the published parameters for the CDNOW sample', () => {
		// Fader, Hardie and Lee (2005): r .243, α 4.414, a .793, b 2.426, log-likelihood -9582.4.
		expect(histories()).toHaveLength(2_357);
		expect(fit?.r).toBeCloseTo(0.243, 3);
		expect(fit?.alpha).toBeCloseTo(4.414, 2);
		expect(fit?.a).toBeCloseTo(0.793, 2);
		expect(fit?.b).toBeCloseTo(2.426, 2);
		expect(fit?.logLikelihood).toBeCloseTo(-9_582.4, 1);
	});

	it('gives the chance to be there that the formula gives by hand', () => {
		// a / (b + x - 1) = .793 / 3.426; ((α + T) / (α + t))^(r + x) = (43.274 / 34.844)^2.243 = 1.6257.
		const alive = probabilityAlive(
			{ returns: 2, lastAt: 30.43, age: 38.86 },
			{ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
		);
		expect(alive).toBeCloseTo(0.7266, 3);
	});

	it('tells nothing where nobody came back, and is sure of who has only just come', () => {
		expect(fitBgNbd([{ returns: 0, lastAt: 0, age: 9 }])).toBeUndefined();
		const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
		expect(probabilityAlive({ returns: 0, lastAt: 0, age: 9 }, parameters)).toBe(1);
	});
});

describe('churn risk', () => {
	const RULES: ChurnRules = {
		now: NOW,
		model: 'rank',
		dormantDays: 30,
		dormantGaps: 2,
		lostDays: 90,
		lostGaps: 3,
	};
	const contacts = (() => {
		const log = new ActivityLog();
		const activeOn = (openId: string, days: number[]) =>
			days.forEach((day) => log.add(openId, NOW - day * DAY, 1));
		activeOn('oOften', [0, 3, 6, 9, 12, 15]);
		activeOn('oLate', [40, 43, 46, 49, 52, 55]);
		activeOn('oSlow', [40, 80]);
		activeOn('oOnce', [80]);
		activeOn('oLeft', [1, 2, 3]);
		log.follows('oLeft', NOW - DAY, false);
		return log.finish({
			now: NOW,
			windowDays: 90,
			frequencyOf: 'activeDays',
			monetaryOf: 'auto',
		});
	})();

	it('by rank grows with silence and seldomness, less for a slow rhythm', () => {
		const [often = NaN, late = NaN, slow = NaN, once = NaN, left] = churnRisks(contacts, RULES);
		expect(often).toBeLessThan(0.2);
		expect(late).toBeGreaterThan(often);
		expect(once).toBeGreaterThan(slow);
		expect(left).toBe(1);
		// Slow is as late and rarer, but has two thirds of the way to go: lost after 120 days, not 90.
		expect(slow - late).toBeLessThan(0.2);
	});

	it('by the model lies between 0 and 1 and knows who broke their rhythm', () => {
		const risks = churnRisks(contacts, { ...RULES, model: 'bgNbd' });
		for (const risk of risks) {
			expect(risk).toBeGreaterThanOrEqual(0);
			expect(risk).toBeLessThanOrEqual(1);
		}
		expect(valueAt(risks, 1)).toBeGreaterThan(valueAt(risks, 0));
	});
});

describe('numerics', () => {
	it('log gamma equals the logarithms of factorials, and half of pi at one half', () => {
		let logFactorial = 0;
		for (let n = 1; n <= 170; n++) {
			logFactorial += Math.log(n);
			expect(logGamma(n + 1)).toBeCloseTo(logFactorial, 8);
		}
		expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 10);
		expect(logGamma(0.1)).toBeCloseTo(2.252_712_651_734_206, 10);
	});

	it("finds the floor of Rosenbrock's valley", () => {
		const valley = ([x = NaN, y = NaN]: number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
		const { point, value } = minimize(valley, [-1.2, 1]);
		expect(point[0]).toBeCloseTo(1, 3);
		expect(point[1]).toBeCloseTo(1, 3);
		expect(value).toBeLessThan(1e-8);
	});
});
