import fc from 'fast-check';
import { activityClassOf } from '../../../../nodes/shared/segment/activity';
import { settle, type PreviousState } from '../../../../nodes/WeChatSegment/engine/hysteresis';
import { migrationOf } from '../../../../nodes/WeChatSegment/engine/migration';
import {
	judge,
	SEGMENTS,
	silenceLimits,
	type Judged,
	type Segment,
	type SegmentRules,
} from '../../../../nodes/WeChatSegment/engine/segments';
import { diffTags } from '../../../../nodes/WeChatSegment/engine/tagDiff';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const RULES: SegmentRules = {
	now: NOW,
	dormantDays: 30,
	dormantGaps: 2,
	lostDays: 90,
	lostGaps: 3,
	newDays: 14,
	isMeanSplit: false,
};
const GOOD: Judged = {
	recencyDays: 1,
	gapDays: 7,
	firstAt: NOW - 300 * DAY,
	isFollower: true,
	r: 5,
	f: 4,
	m: 3,
};
const found = (change: Partial<Judged>, rules: Partial<SegmentRules> = {}): string => {
	const { segment, because } = judge({ ...GOOD, ...change }, { ...RULES, ...rules });
	return `${segment} ${because}`;
};

describe('the four segments', () => {
	it('follow the rules in their order', () => {
		expect(found({})).toBe('highValue scores');
		expect(found({ r: 4, f: 5, m: 2 })).toBe('highValue scores');
		expect(found({ r: 3 })).toBe('potential scores');
		expect(found({ f: 3 })).toBe('potential scores');
		expect(found({ firstAt: NOW - 13 * DAY })).toBe('potential new');
		expect(found({ firstAt: NOW - 14 * DAY })).toBe('highValue scores');
		expect(found({ recencyDays: 29 })).toBe('highValue scores');
		expect(found({ recencyDays: 30 })).toBe('dormant silent');
		expect(found({ recencyDays: 90 })).toBe('lost silent');
		expect(found({ isFollower: false })).toBe('lost left');
	});

	it('wait for the rhythm of a follower', () => {
		expect(silenceLimits(40, RULES)).toEqual({ dormant: 80, lost: 120 });
		expect(silenceLimits(Number.NaN, RULES)).toEqual({ dormant: 30, lost: 90 });
		expect(found({ recencyDays: 79, gapDays: 40, r: 1 })).toBe('potential scores');
		expect(found({ recencyDays: 119, gapDays: 40 })).toBe('dormant silent');
	});

	it('follow the classic model of eight with a mean split', () => {
		const means = { isMeanSplit: true };
		expect(found({ r: 5, f: 5, m: 5 }, means)).toBe('highValue scores');
		expect(found({ r: 5, f: 1, m: 5 }, means)).toBe('potential scores');
		expect(found({ r: 5, f: 5, m: 1 }, means)).toBe('potential scores');
		expect(found({ r: 1, f: 5, m: 1 }, means)).toBe('dormant belowMean');
		expect(found({ r: 1, f: 1, m: 5 }, means)).toBe('lost belowMean');
	});
});

describe('hysteresis', () => {
	const week = (number: number) => NOW + number * 7 * DAY;
	/** Runs once a week and stores what came out. */
	const runs = (segments: Segment[], runsToMove = 2, isFollower = true): string[] => {
		let state: PreviousState | undefined;
		return segments.map((segment, number) => {
			const now = week(number);
			state = {
				...settle(segment, isFollower, state, { runsToMove, runsPer: 'day', now }),
				at: now,
			};
			return `${state.segment}/${state.pending}${state.pendingRuns}`;
		});
	};

	it('moves after two runs in a row', () => {
		expect(runs(['highValue', 'potential', 'potential', 'potential'])).toEqual([
			'highValue/0',
			'highValue/potential1',
			'potential/0',
			'potential/0',
		]);
		expect(runs(['highValue', 'potential', 'highValue', 'potential'])).toEqual([
			'highValue/0',
			'highValue/potential1',
			'highValue/0',
			'highValue/potential1',
		]);
		expect(runs(['highValue', 'dormant', 'lost', 'lost'])[2]).toBe('highValue/lost1');
	});

	it('believes facts at once: who left is lost, who is back is back', () => {
		expect(runs(['dormant', 'potential'])).toEqual(['dormant/0', 'potential/0']);
		expect(runs(['highValue', 'lost'], 2, false)[1]).toBe('lost/0');
		expect(runs(['lost', 'dormant'])[1]).toBe('lost/dormant1');
	});

	it.each([
		['day', 3_600_000, true],
		['day', 2 * DAY, false],
		['week', 2 * DAY, true],
		['week', 7 * DAY, false],
	] as const)('counts one run per %s (again after %d ms: %s)', (runsPer, later, isSame) => {
		// Tuesday, 24 November 2026.
		const rules = { runsToMove: 2, runsPer };
		const before = { segment: 'highValue', pending: '', pendingRuns: 0, at: week(-1) } as const;
		const first = settle('potential', true, before, { ...rules, now: NOW });
		expect(first).toMatchObject({ segment: 'highValue', pendingRuns: 1 });
		const again = settle('potential', true, { ...first, at: NOW }, { ...rules, now: NOW + later });
		expect(again.segment).toBe(isSame ? 'highValue' : 'potential');
		if (isSame) expect(again).toEqual(first);
	});

	it('never moves to what fewer runs in a row have found', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom<Segment>('highValue', 'potential'), { minLength: 1 }),
				fc.integer({ min: 1, max: 4 }),
				(list, runsToMove) => {
					const states = runs(list, runsToMove);
					states.forEach((state, place) => {
						const before = states[place - 1];
						if (before === undefined || before.split('/')[0] === state.split('/')[0]) return;
						const last = list.slice(Math.max(0, place - runsToMove + 1), place + 1);
						expect(last).toHaveLength(runsToMove);
						expect(new Set(last).size).toBe(1);
					});
				},
			),
		);
	});
});

describe('activities', () => {
	it.each([
		['text', 'message'],
		['image', 'message'],
		['comment', 'comment'],
		['activity', 'activity'],
		['activity.checkIn', 'activity'],
		['event.CLICK', 'click'],
		['event.subscribe', 'click'],
		['event.unsubscribe', undefined],
		['event.view_miniprogram', 'click'],
		['event.user_get_card', 'click'],
		['event.TEMPLATESENDJOBFINISH', undefined],
		['sent', undefined],
		['noticeSent', undefined],
		['couponGiven', undefined],
		['groupOffer', undefined],
		['couponUsed', 'activity'],
		['groupJoin', 'activity'],
		['optOut', undefined],
	])('%s is %s', (kind, expected) => {
		expect(activityClassOf(kind)).toBe(expected);
	});

	it.each([
		'event.LOCATION',
		'event.annual_renew',
		'event.kf_close_session',
		'event.kf_create_session',
		'event.kf_switch_session',
		'event.something_new',
		'event.user_authorization_cancellation',
		'event.user_authorization_revoke',
		'event.user_info_modified',
		'event.wxa_media_check',
	])('faults 1.1 and 4.5: %s is no sign of life', (kind) => {
		expect(activityClassOf(kind)).toBeUndefined();
	});
});

describe('tag diff', () => {
	it('gives and takes only what changes, and only managed tags', () => {
		const managed = new Set(['高价值', '潜在']);
		expect(diffTags(['高价值'], ['潜在', '星标组'], managed)).toEqual({
			add: ['高价值'],
			remove: ['潜在'],
		});
		expect(diffTags(['高价值'], ['高价值', '星标组'], managed)).toEqual({ add: [], remove: [] });
	});

	it('ends at the wanted tags, and then finds nothing to do', () => {
		const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
		fc.assert(
			fc.property(tags, tags, (wanted, current) => {
				const managed = new Set(['a', 'b', 'c', 'd', 'e']);
				const { add, remove } = diffTags(wanted, current, managed);
				const after = [...current.filter((tag) => !remove.includes(tag)), ...add];
				expect(after.sort()).toEqual([...wanted].sort());
				expect(diffTags(wanted, after, managed)).toEqual({ add: [], remove: [] });
			}),
		);
	});
});

describe('migration', () => {
	it('counts moves, arrivals and departures', () => {
		const before = new Map([
			['oA', 'dormant'],
			['oB', 'dormant'],
			['oC', 'lost'],
		]);
		const after = new Map([
			['oA', 'potential'],
			['oB', 'dormant'],
			['oD', 'potential'],
		]);
		expect(migrationOf(before, after)).toEqual([
			{ from: 'dormant', to: 'dormant', count: 1, share: 0.5 },
			{ from: 'dormant', to: 'potential', count: 1, share: 0.5 },
			{ from: 'lost', to: 'none', count: 1, share: 1 },
			{ from: 'none', to: 'potential', count: 1, share: 1 },
		]);
	});

	it('loses nobody', () => {
		const run = fc.dictionary(
			fc.constantFrom('oA', 'oB', 'oC', 'oD'),
			fc.constantFrom(...SEGMENTS),
		);
		fc.assert(
			fc.property(run, run, (before, after) => {
				const people = new Set([...Object.keys(before), ...Object.keys(after)]);
				const moves = migrationOf(new Map(Object.entries(before)), new Map(Object.entries(after)));
				expect(moves.reduce((sum, { count }) => sum + count, 0)).toBe(people.size);
			}),
		);
	});
});
