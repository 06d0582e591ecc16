import { valueAt } from '../../shared/valueAt';
import { floatAt } from './typedArrays';
import { churnRisks, type ChurnRules } from './churn';
import type { Contacts } from './contacts';
import { segmentByMeans, segmentByScores } from './fineSegments';
import { settle, type HysteresisRules, type PreviousState, type SettledState } from './hysteresis';
import { scoreContacts, type Scores, type Scoring } from './scores';
import { judge, silenceLimits, type Because, type Segment, type SegmentRules } from './segments';

export interface ModelRules {
	/** Epoch milliseconds. */
	now: number;
	scoring: Scoring;
	silence: Pick<SegmentRules, 'dormantDays' | 'dormantGaps' | 'lostDays' | 'lostGaps'>;
	newDays: number;
	fine: 'scores' | 'means';
	runsToMove: HysteresisRules['runsToMove'];
	runsPer: HysteresisRules['runsPer'];
	churnModel: ChurnRules['model'];
}

/** A follower as a row: the columns of the state, and what a workflow wants to know beside them. */
export interface ScoredContact extends SettledState {
	openId: string;
	fineSegment: string;
	recencyDays: number;
	frequency: number;
	monetary: number;
	rScore: number;
	fScore: number;
	mScore: number;
	rfm: string;
	churnRisk: number;
	/** Active still, but three quarters of the way to dormant. */
	churnWarning: boolean;
	/** Days until the person counts as dormant; 0 when that is over. */
	dormantInDays: number;
	previousSegment: Segment | '';
	changed: boolean;
	because: Because;
}

const WARN_FROM = 0.75;

/** The score texts by their number; made once, not a million times. */
const RFM_TEXTS = Array.from({ length: 556 }, (_, number) => String(number));

/** Scores all followers at once and gives their rows one by one, so that a million of them fit. */
export class SegmentModel {
	private readonly scores: Scores;
	private readonly risks: Float64Array;
	private readonly segmentRules: SegmentRules;

	constructor(
		private readonly contacts: Contacts,
		private readonly rules: ModelRules,
	) {
		this.scores = scoreContacts(contacts, rules.scoring);
		const { now, silence, newDays, churnModel: model } = rules;
		this.risks = churnRisks(contacts, { ...silence, now, model });
		const isMeanSplit = rules.scoring.method === 'mean';
		this.segmentRules = { ...silence, now, newDays, isMeanSplit };
	}

	get size(): number {
		return this.contacts.openIds.length;
	}

	openIdOf(index: number): string {
		return valueAt(this.contacts.openIds, index);
	}

	/** @param previous what the last run stored about this follower */
	row(index: number, previous?: PreviousState): ScoredContact {
		const { contacts, scores, rules } = this;
		const recencyDays = floatAt(contacts.recencyDays, index);
		const gapDays = floatAt(contacts.gapDays, index);
		const isFollower = contacts.isFollower[index] === 1;
		const [r, f, m] = [
			valueAt(scores.r, index),
			valueAt(scores.f, index),
			valueAt(scores.m, index),
		];
		const firstAt = floatAt(contacts.firstAt, index);
		const found = judge({ recencyDays, gapDays, firstAt, isFollower, r, f, m }, this.segmentRules);
		const settled = settle(found.segment, isFollower, previous, rules);
		const { dormant } = silenceLimits(gapDays, rules.silence);
		const isActive = isFollower && recencyDays < dormant;
		return {
			openId: this.openIdOf(index),
			segment: settled.segment,
			pending: settled.pending,
			pendingRuns: settled.pendingRuns,
			fineSegment:
				rules.fine === 'means'
					? segmentByMeans(valueAt(scores.aboveMean, index))
					: segmentByScores(r, f, m),
			recencyDays,
			frequency: floatAt(contacts.frequency, index),
			monetary: floatAt(contacts.monetary, index),
			rScore: r,
			fScore: f,
			mScore: m,
			rfm: valueAt(RFM_TEXTS, r * 100 + f * 10 + m),
			churnRisk: floatAt(this.risks, index),
			churnWarning: isActive && recencyDays >= WARN_FROM * dormant,
			dormantInDays: isActive ? Math.ceil(dormant - recencyDays) : 0,
			previousSegment: previous?.segment ?? '',
			changed: settled.segment !== previous?.segment,
			because: found.because,
		};
	}
}
