import { judge, type Verdict } from './judge';
import { longestOnly, type Spotted } from './spans';
import type { Finding, Keyword, Outcome, RouterSettings } from './types';
import type { Sentence } from './weighing/sentence';
import type { Vocabulary } from './weighing/vocabulary';

const rounded = (score: number): number => Math.round(score * 1_000) / 1_000;

/** The keywords that were spotted in a message of a length, each once with its best phrase, best first. */
function findingsOf(
	spotted: readonly Spotted[],
	length: number,
	{ levelWeights }: RouterSettings,
): Finding[] {
	const best = new Map<Keyword, Finding>();
	for (const { phrase, start, end, certainty, how } of spotted) {
		const { target } = phrase;
		if (typeof target === 'string') continue;
		const weight = levelWeights[target.level] * target.priority * certainty;
		const score = rounded(phrase.weight * weight);
		const isAll = start === 0 && end === length;
		const inWords = phrase.isSynonym ? 'synonym' : isAll ? 'exact' : 'keyword';
		const why = how === 'words' ? inWords : how;
		if (score > (best.get(target)?.score ?? -1)) {
			best.set(target, { keyword: target, score, why, phrase: phrase.text });
		}
	}
	// A stable sort: of equals the one that stands first in the message.
	return [...best.values()].sort((a, b) => b.score - a.score);
}

/** What a message means, from what was spotted in it: answered, offered or left. */
export function decide(
	spotted: readonly Spotted[],
	sentence: Sentence,
	vocabulary: Vocabulary,
	settings: RouterSettings,
): Outcome {
	const { length } = sentence.message;
	const { mostCandidates } = settings;
	const longest = longestOnly(spotted);
	const isWhole = longest.some(
		({ start, end, how }) => start === 0 && end === length && how === 'words',
	);
	const verdict: Verdict = isWhole
		? { result: 'answer', kept: longest, unknown: [] }
		: judge(longest, sentence, vocabulary);
	const { result, why = 'nothingFound', kept, unknown } = verdict;
	const [best, ...also] = findingsOf(kept, length, settings);
	if (kept.some(({ phrase }) => phrase.target === 'person')) {
		if (why !== 'refused') return { status: 'person', why: 'askedForPerson', best };
	}
	if (!best || result === 'leave') {
		const nearest = findingsOf(longest, length, settings).slice(0, mostCandidates);
		return { status: 'person', why, nearest, unknown };
	}
	if (result === 'answer') {
		return { status: 'matched', best, also: also.slice(0, mostCandidates) };
	}
	const candidates = [best, ...also].slice(0, mostCandidates);
	return { status: 'candidates', why, candidates, unknown };
}
