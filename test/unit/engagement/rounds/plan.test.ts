import fc from 'fast-check';
import { plans } from '../../../../nodes/shared/records/tables/plans';
import { readPlan, readPrizes } from '../../../../nodes/WeChatActivity/engine/round/plan';
import { beaconAfter, roundOf } from '../../../../nodes/WeChatActivity/engine/round/roundTimes';
import { planToCheck, rulesText } from '../../../../nodes/WeChatActivity/engine/round/rulesText';
import { checkCompliance } from '../../../../nodes/WeChatActivity/engine/compliance/check';
import { at, NOON } from './scene';

const example = (id: string) =>
	readPlan(id, plans.examples.find(({ key }) => key === id) ?? { key: id });

describe('the prizes of a plan', () => {
	it('are read as a person types them', () => {
		expect(readPrizes('保温杯，1，128，50； 帆布袋,3,39.5\n贴纸,10;', 'P')).toEqual([
			{ name: '保温杯', quantity: 1, valueFen: 12_800, minPoints: 50 },
			{ name: '帆布袋', quantity: 3, valueFen: 3_950, minPoints: 0 },
			{ name: '贴纸', quantity: 10, valueFen: undefined, minPoints: 0 },
		]);
		expect(readPrizes('', 'P')).toEqual([]);
	});

	it.each([
		['保温杯', "'quantity'"],
		['保温杯,0', "'quantity'"],
		['保温杯,1.5', "'quantity' is not a whole number"],
		['保温杯,1,便宜', "'value' is not a number"],
		['甲,1;甲,2', 'names "甲" twice'],
		[Array.from({ length: 51 }, (_, index) => `${index},1`).join(';'), '51 prizes'],
	])('%s is told', (text, problem) => {
		expect(() => readPrizes(text, 'Plan')).toThrow(problem);
	});
});

describe('a plan', () => {
	it.each([
		[{ kind: 'raffle' }, '\'kind\' is "raffle"'],
		[{ kind: 'quiz', repeats: 'month' }, '\'repeats\' is "month"'],
		[{ kind: 'quiz', prizes: '贴纸,20001' }, 'make too many tickets'],
		[{ kind: 'instantWin', prizes: '贴纸,20', ticketCount: 10 }, "'ticketCount' is 10"],
	])('%o is told', (row, problem) => {
		expect(() => readPlan('play', row)).toThrow(problem);
	});

	it('has an ID that can be read', () => {
		expect(() => readPlan('x'.repeat(61), { kind: 'quiz' })).toThrow('is too long');
	});
});

describe('the rounds of a plan that repeats', () => {
	it('do not overlap, and the one that comes next has not ended', () => {
		const plan = example('weekly-draw');
		const first = plan.startsAt ?? 0;
		fc.assert(
			fc.property(fc.integer({ min: first, max: first + 10 * 365 * 86_400_000 }), (now) => {
				const { activityId, plan: moved } = roundOf(plan, now);
				expect(moved.endsAt).toBeGreaterThan(now);
				expect((moved.endsAt ?? 0) - now).toBeLessThanOrEqual(7 * 86_400_000);
				expect(((moved.startsAt ?? 0) - first) % (7 * 86_400_000)).toBe(0);
				expect(activityId).toMatch(/^weekly-draw-\d{4}-\d{2}-\d{2}$/);
			}),
		);
	});

	it('read in Chinese, and break no rule', () => {
		for (const { key } of plans.examples) {
			const { plan } = roundOf({ ...example(key), organiser: '示例小店' }, NOON);
			const text = rulesText(plan);
			expect(text).toMatch(
				/主办方：示例小店。\n活动时间：2026-11-23 10:00 至 2026-11-2\d 2\d:00。/,
			);
			expect(text).not.toMatch(/undefined|NaN|\{date\}|：。/);
			expect(checkCompliance(planToCheck(plan, NOON)).findings).toEqual([]);
		}
		const scratch = rulesText(roundOf(example('scratch'), NOON).plan);
		expect(scratch).toContain('100 张奖券中有 10 张中奖，中奖概率 10%');
	});
});

describe('the public number', () => {
	it('always comes after the closing', () => {
		const { plan } = roundOf(example('weekly-draw'), NOON);
		const end = plan.endsAt ?? 0;
		fc.assert(
			fc.property(fc.integer({ min: end, max: end + 400 * 86_400_000 }), (closedAt) => {
				const beacon = beaconAfter(plan, closedAt);
				expect(beacon?.at).toBeGreaterThan(closedAt);
				expect((beacon?.at ?? 0) - closedAt).toBeLessThanOrEqual(86_400_000);
			}),
		);
		expect(beaconAfter(plan, end)).toEqual({
			name: '福彩3D 2026-11-27 的开奖号码',
			at: at('2026-11-27T21:00:00'),
		});
		expect(beaconAfter({ ...plan, beaconName: '' }, end)).toBeUndefined();
	});
});
