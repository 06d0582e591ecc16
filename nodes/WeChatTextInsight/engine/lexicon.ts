import { isWhole } from '../../shared/text/trie';
import { ClauseReader, endsClause, type Clause, type Hit, type Taken } from './clauses';
import { toldFacts } from './durations';
import { figuresOf } from './figures';
import { phrases } from './phrases';
import { compareTimes, isBelied } from './timeAndIrony';

/** What the words of a text say about its mood. Sums are of weights between -3 and 3 per word. */
export interface LexiconScore {
	positive: number;
	/** As a positive number. */
	negative: number;
	/** `positive - negative`. */
	score: number;
	/** Score of the last clause that has one: where people put their verdict. */
	last: number;
	/** Sum over emoji and WeChat emoticons. */
	emoticons: number;
	/** Sum over turns of speech that say something else than their words, irony among them. */
	figures: number;
	isSarcastic: boolean;
	hits: Hit[];
}

const SARCASM = 1.5;
/** What a turn by 但是 says beside the words on both sides of it. */
const TURN = 1.5;
/** What irony says for certain: the opposite of its praise. */
const IRONY = -3;
/** Longest text that a smile with two meanings can turn round as a whole. */
const IRONY_REACH = 60;
/** In a longer text a turn of speech is one sentence of many. */
const FIGURE_REACH = 22;

/** Turns of speech and told facts in the order of the text; where two overlap, the turn of speech counts. */
function takenWhole(text: string): Taken[] {
	const figures: Taken[] = figuresOf(text);
	const facts = toldFacts(text);
	if (facts.length === 0) return figures;
	const all = [...figures, ...facts].sort((one, other) => one.start - other.start);
	let end = 0;
	return all.filter((taken) => {
		if (taken.start < end) return false;
		end = taken.end;
		return true;
	});
}

/** What is said after the last 但是 is what is meant. */
function turnOf(clauses: Clause[]): number {
	let at = clauses.length - 1;
	while (at > 0 && !clauses[at]?.isContrast) at -= 1;
	if (at <= 0) return 0;
	const before = clauses.slice(0, at).flatMap(({ weights }) => weights);
	const after = clauses.slice(at).flatMap(({ weights }) => weights);
	const [was, is] = [before, after].map((weights) => weights.reduce((sum, one) => sum + one, 0));
	return (was ?? 0) * (is ?? 0) < 0 ? Math.sign(is ?? 0) * TURN : 0;
}

function verdictOf(reader: ClauseReader, length: number): LexiconScore {
	const { clauses, hits } = reader;
	const compared = compareTimes(clauses);
	let positive = 0;
	let negative = 0;
	let last = 0;
	for (const { weights } of clauses) {
		if (weights.length > 0) last = 0;
		for (const weight of weights) {
			last += weight;
			if (weight > 0) positive += weight;
			else negative -= weight;
		}
	}
	// Praise with a cue of irony is meant the other way round; a long text that praises and blames is just long.
	const isShort = length <= IRONY_REACH;
	const isShortMix = positive > 0 && negative > 0 && isShort;
	const isFalsePraise = isShort && reader.figures <= 0 && isBelied(clauses);
	const isSarcastic = reader.sarcasms > 0 || (reader.isIronic && isShortMix) || isFalsePraise;
	if (isSarcastic) {
		negative += positive * 0.7 + SARCASM;
		positive = 0;
	}
	const score = positive - negative;
	return {
		positive,
		negative,
		score,
		last: isSarcastic ? score : last,
		emoticons: isSarcastic ? Math.min(reader.emoticons, 0) : reader.emoticons,
		figures:
			(reader.figures + compared + turnOf(clauses) + (isSarcastic ? IRONY : 0)) *
			Math.min(1, (FIGURE_REACH / length) ** 2),
		isSarcastic,
		hits,
	};
}

/**
 * Reads the mood from words and signs: negation and double negation (不, 没有 … 那么, 没有一次不), degree (非常, 有点),
 * contrast (但是), concession (虽然), comparison in time (以前 … 现在), questions that assert (谁还敢买), irony (呵呵,
 * [微笑], praise beside a fact that belies it), emoji and WeChat's emoticons.
 *
 * @param text in the form of `normalise`
 */
export function lexiconScore(text: string): LexiconScore {
	const trie = phrases();
	const reader = new ClauseReader(text);
	const whole = takenWhole(text);
	let next = 0;
	for (let at = 0; at < text.length; ) {
		const taken = whole[next];
		if (taken && at >= taken.start) {
			reader.takeWhole(taken);
			at = Math.max(at, taken.end);
			next += 1;
			continue;
		}
		const found = trie.longestAt(text, at);
		if (found && isWhole(text, found.start, found.end) && !(taken && found.end > taken.start)) {
			reader.take(found.start, found.end, found.value);
			at = found.end;
			continue;
		}
		if (endsClause(text.charCodeAt(at))) reader.endClause();
		at += 1;
	}
	reader.endClause();
	return verdictOf(reader, text.length);
}
