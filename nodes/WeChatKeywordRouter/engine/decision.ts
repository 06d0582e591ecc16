import { URGENT_IN_WORDS } from '../../shared/text/urgent/inWords';
import { needsPerson, SELF_HARM, urgentIn } from '../../shared/text/urgent/urgent';
import { HitBook } from './hits';
import { ANSWERED_BEFORE, reasonOf } from './reasons';
import { offerText, replyOf, type OfferAs, type OfferTexts } from './reply';
import type { Router } from './router';
import type {
	Finding,
	Hit,
	Level,
	Matched,
	Message,
	Offered,
	Outcome,
	ReplyType,
	Why,
} from './types';

/** A keyword that was found, in short. */
export interface Candidate {
	keywordId: string;
	keyword: string;
	level: Level;
	score: number;
}

/** What the node adds to a message as `route`. */
export interface Decision {
	status: Outcome['status'];
	level: Level | null;
	keyword: string | null;
	keywordId: string | null;
	score: number | null;
	why: Why;
	/** The same in words, for the staff (Chinese). */
	reason: string;
	/** The phrase of the library, or the built-in synonym, that decided. */
	phrase: string | null;
	/** Ready to send, whatever the status. */
	reply: string;
	replyType: ReplyType;
	mediaId: string;
	/** Minutes since the same keyword answered the same person; only while its cooldown lasts. */
	answeredMinutesAgo: number | null;
	/** Other keywords in the message. */
	also: Candidate[];
	/** What may have been meant; for a person who takes over, also what is below the threshold. */
	candidates: Candidate[];
	/** The candidates as answers of a menu message. */
	menu: Array<{ id: string; content: string }>;
}

export interface DecisionTexts extends OfferTexts {
	/** What a follower reads when a person takes over. */
	handOver: string;
	/** What somebody reads who may hurt themselves. */
	inDanger: string;
	offerAs: OfferAs;
}

function inShort({ keyword, score }: Finding): Candidate {
	return { keywordId: keyword.id, keyword: keyword.keyword, level: keyword.level, score };
}

function aboutKeyword(finding: Finding | undefined) {
	return {
		level: finding?.keyword.level ?? null,
		keyword: finding?.keyword.keyword ?? null,
		keywordId: finding?.keyword.id ?? null,
		score: finding?.score ?? null,
		phrase: finding?.phrase ?? null,
	};
}

/** Candidates as answers of a menu message. */
export const menuOf = (candidates: readonly Candidate[]): Decision['menu'] =>
	candidates.map(({ keywordId, keyword }) => ({ id: keywordId, content: keyword }));

const TEXT_ONLY = { replyType: 'text', mediaId: '' } as const;
const NOTHING_ELSE = { answeredMinutesAgo: null, also: [], candidates: [], menu: [] };

/** Decides on messages one by one, with a library and the earlier answers. */
export class Decider {
	private readonly hits: HitBook;

	constructor(
		private readonly router: Router,
		hits: readonly Hit[],
		private readonly texts: DecisionTexts,
	) {
		this.hits = new HitBook(hits);
	}

	/** Decides on a message, and remembers it for those that follow. */
	decideInTurn(message: Message): Decision {
		const decision = this.decide(message);
		const { status, keywordId } = decision;
		this.hits.add({ ...message, status, keywordId: keywordId ?? '' });
		return decision;
	}

	decide(message: Message): Decision {
		const urgent = this.urgent(message);
		if (urgent) return urgent;
		const outcome = this.router.route(message);
		switch (outcome.status) {
			case 'matched':
				return this.matched(message, outcome);
			case 'candidates':
				return this.offered(outcome);
			case 'person':
				return {
					...aboutKeyword(outcome.best),
					...TEXT_ONLY,
					...NOTHING_ELSE,
					status: 'person',
					why: outcome.why,
					reason: reasonOf(outcome),
					reply: this.handOver(message, outcome.best),
					candidates: (outcome.nearest ?? []).map(inShort),
				};
		}
	}

	/** What cannot wait goes to a person, whatever the library has on it. A tapped answer is no word of the follower. */
	private urgent({ text, tapped }: Message): Decision | undefined {
		if (tapped !== undefined) return undefined;
		const kinds = urgentIn(text)
			.map(({ kind }) => kind)
			.filter(needsPerson);
		if (kinds.length === 0) return undefined;
		const isInDanger = kinds.includes(SELF_HARM);
		return {
			...aboutKeyword(undefined),
			...TEXT_ONLY,
			...NOTHING_ELSE,
			status: 'person',
			why: isInDanger ? 'selfHarm' : 'urgent',
			reason: kinds.map((kind) => URGENT_IN_WORDS[kind]).join('；'),
			reply: isInDanger ? this.texts.inDanger : this.texts.handOver,
		};
	}

	private matched(message: Message, outcome: Matched): Decision {
		const { best, also } = outcome;
		const answeredMinutesAgo = this.hits.cooling(message, best.keyword) ?? null;
		const found = { ...NOTHING_ELSE, ...aboutKeyword(best), also: also.map(inShort) };
		if (answeredMinutesAgo !== null) {
			// Who asks the same again at once was not helped by the answer.
			return {
				...found,
				...TEXT_ONLY,
				answeredMinutesAgo,
				status: 'person',
				why: 'answeredBefore',
				reason: ANSWERED_BEFORE,
				reply: this.texts.handOver,
			};
		}
		const { replyType, mediaId } = best.keyword;
		const reply = replyOf(best.keyword, message, this.hits);
		const reason = reasonOf(outcome);
		return { ...found, status: 'matched', why: best.why, reason, reply, replyType, mediaId };
	}

	private offered(outcome: Offered): Decision {
		const { candidates, why } = outcome;
		return {
			...aboutKeyword(undefined),
			...TEXT_ONLY,
			...NOTHING_ELSE,
			status: 'candidates',
			score: candidates[0]?.score ?? null,
			why,
			reason: reasonOf(outcome),
			reply: offerText(candidates, this.texts, this.texts.offerAs),
			candidates: candidates.map(inShort),
			menu: menuOf(candidates.map(inShort)),
		};
	}

	/** A library may have its own words for the hand-over: the reply of a keyword such as 人工. */
	private handOver(message: Message, finding: Finding | undefined): string {
		const isAboutIt = finding?.why === 'exact';
		return (isAboutIt && replyOf(finding.keyword, message, this.hits)) || this.texts.handOver;
	}
}
