import { DAY_MS } from '../../shared/calendar/days';

/** The four segments: 高价值, 潜在, 沉默, 流失. */
export const SEGMENTS = ['highValue', 'potential', 'dormant', 'lost'] as const;

export type Segment = (typeof SEGMENTS)[number];

export function isSegment(text: string): text is Segment {
	return SEGMENTS.some((segment) => segment === text);
}

/** When silence means something. A follower's own rhythm counts, but no less than the least days. */
export interface SilenceRules {
	dormantDays: number;
	/** Dormant after this many of the person's own gaps. */
	dormantGaps: number;
	lostDays: number;
	lostGaps: number;
}

export interface SegmentRules extends SilenceRules {
	/** Epoch milliseconds. */
	now: number;
	/** A follower is new for this many days. */
	newDays: number;
	/** Scores are a mean split: then the four segments follow from it too. */
	isMeanSplit: boolean;
}

export interface Judged {
	recencyDays: number;
	gapDays: number;
	firstAt: number;
	isFollower: boolean;
	r: number;
	f: number;
	m: number;
}

/** Which rule decided. */
export type Because = 'left' | 'silent' | 'new' | 'scores' | 'belowMean';

export interface Judgement {
	segment: Segment;
	because: Because;
}

// One object each: a million followers are judged without making a million objects.
const LEFT: Judgement = { segment: 'lost', because: 'left' };
const SILENT_LONG: Judgement = { segment: 'lost', because: 'silent' };
const SILENT: Judgement = { segment: 'dormant', because: 'silent' };
const NEW: Judgement = { segment: 'potential', because: 'new' };
const HIGH: Judgement = { segment: 'highValue', because: 'scores' };
const MEDIUM: Judgement = { segment: 'potential', because: 'scores' };
/** 保持: was here often, not lately. */
const KEEP: Judgement = { segment: 'dormant', because: 'belowMean' };
/** 挽留: neither often nor lately. */
const WIN_BACK: Judgement = { segment: 'lost', because: 'belowMean' };

/** Days without activity after which a person counts as dormant and as lost. */
export function silenceLimits(
	gapDays: number,
	{ dormantDays, dormantGaps, lostDays, lostGaps }: SilenceRules,
): { dormant: number; lost: number } {
	if (Number.isNaN(gapDays)) return { dormant: dormantDays, lost: lostDays };
	return {
		dormant: Math.max(dormantDays, dormantGaps * gapDays),
		lost: Math.max(lostDays, lostGaps * gapDays),
	};
}

/** Least sum of F and M for high value, with an R of 4 or 5. */
const HIGH_F_AND_M = 7;
const HIGH_R = 4;

/** The first rule that holds decides: left, silent, new, scores. */
export function judge(contact: Judged, rules: SegmentRules): Judgement {
	const { recencyDays, r, f, m } = contact;
	const { dormant, lost } = silenceLimits(contact.gapDays, rules);
	if (!contact.isFollower) return LEFT;
	if (recencyDays >= lost) return SILENT_LONG;
	if (recencyDays >= dormant) return SILENT;
	if (rules.now - contact.firstAt < rules.newDays * DAY_MS) return NEW;
	if (r >= HIGH_R && f + m >= HIGH_F_AND_M) return HIGH;
	if (rules.isMeanSplit && r < HIGH_R) return f >= HIGH_R ? KEEP : WIN_BACK;
	return MEDIUM;
}
