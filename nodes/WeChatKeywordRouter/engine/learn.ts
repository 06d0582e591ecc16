import { once } from 'lodash';
import { INTENTS } from '../../shared/text/intents';
import { cutText } from '../../shared/text/longest';
import { toMatchText, toQuestionText } from '../../shared/text/normalise';
import { patternFinder } from '../../shared/text/phrases';
import { informativeLength } from '../../shared/text/pieces';
import { isUnsupportedNotice } from '../../shared/text/unsupported';
import type { Period } from './audit';
import { clusterQuestions, type Asked, type Cluster } from './clusters';
import { Router } from './router';
import type { Hit, Keyword, Level } from './types';

export interface LearnSettings extends Period {
	/** How often something was asked at least. */
	leastCount: number;
	/** 0 … 1 from which two questions are about the same. */
	similarity: number;
}

/** A keyword that the library lacks. */
export interface Proposal {
	key: string;
	keyword: string;
	level: Level;
	variants: string[];
	/** Questions as they were asked, the most frequent first. */
	questions: string[];
	count: number;
	people: number;
	/** Key of a keyword of the library that may only lack these words; empty when there is none. */
	similarTo: string;
}

const LONGEST_NAME = 6;
const MOST_EXAMPLES = 5;
const MOST_VARIANTS = 3;

/** A name stands in so much of what was asked. */
const NAME_SUPPORT = 0.6;
const VARIANT_SUPPORT = 0.25;

/** What makes a question one about doing something rather than about a thing. */
const ASKS_HOW = /怎么|多久|什么时候|可以|能|吗|如何|几|哪里|要不要|是不是/;

/** Made when it is first needed: the dictionary of traditional characters is unpacked for it. */
const intentFinder = once(() =>
	patternFinder(
		INTENTS.flatMap(({ phrases }) => phrases.split(' ')).map((phrase) =>
			phrase.split('*').map(toMatchText),
		),
	),
);

const timesOf = (cluster: Cluster): number => cluster.reduce((sum, { count }) => sum + count, 0);

/** Pieces of the questions with the share of what was asked they are in. */
function support(cluster: Cluster): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { text, count } of cluster) {
		const pieces = new Set<string>();
		for (let start = 0; start < text.length; start++) {
			for (let size = 2; size <= LONGEST_NAME && start + size <= text.length; size++) {
				pieces.add(text.slice(start, start + size));
			}
		}
		for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + count);
	}
	const times = timesOf(cluster);
	return new Map([...counts].map(([piece, count]) => [piece, count / times]));
}

/** Characters that no name begins or ends with. */
const LOOSE_END = /^[的了吗呢吧啊我你您有是在要想能可请问]|[的了吗呢吧啊我你您有是在要想能可么]$/;

/** The pieces that could be a name, best first: in most questions, and saying the most. */
function namesOf(cluster: Cluster, least: number): string[] {
	return [...support(cluster)]
		.filter(([piece, share]) => share >= least && !LOOSE_END.test(piece))
		.map(([piece, share]) => ({ piece, worth: share * informativeLength(piece) }))
		.filter(({ piece }) => informativeLength(piece) >= 1)
		.sort(
			(a, b) =>
				b.worth - a.worth || a.piece.length - b.piece.length || (a.piece < b.piece ? -1 : 1),
		)
		.map(({ piece }) => piece);
}

function variantsOf(cluster: Cluster, name: string): string[] {
	const variants: string[] = [];
	for (const piece of namesOf(cluster, VARIANT_SUPPORT)) {
		const isNew = [name, ...variants].every(
			(word) => !word.includes(piece) && !piece.includes(word),
		);
		if (isNew) variants.push(piece);
		if (variants.length === MOST_VARIANTS) break;
	}
	return variants;
}

function levelOf(cluster: Cluster): Level {
	const asks = cluster.filter(({ text }) => ASKS_HOW.test(text) || intentFinder()(text).length > 0);
	return timesOf(asks) * 2 >= timesOf(cluster) ? 'function' : 'product';
}

function proposalOf(cluster: Cluster, router: Router | undefined, at: number): Proposal {
	const [leader] = cluster;
	const text = leader?.text ?? '';
	const keyword = namesOf(cluster, NAME_SUPPORT)[0] ?? cutText(text, LONGEST_NAME);
	const outcome = router?.route({ text, at });
	const nearest =
		outcome?.status === 'matched'
			? outcome.best
			: outcome?.status === 'candidates'
				? outcome.candidates[0]
				: undefined;
	return {
		key: `learned-${keyword}`,
		keyword,
		level: levelOf(cluster),
		variants: variantsOf(cluster, keyword),
		questions: cluster.slice(0, MOST_EXAMPLES).map(({ example }) => example),
		count: timesOf(cluster),
		people: new Set(cluster.flatMap(({ openIds }) => [...openIds])).size,
		similarTo: nearest?.keyword.id ?? '',
	};
}

/** Distinct questions of the period that were not answered. A row that comes twice counts once. */
function askedIn(hits: readonly Hit[], { from, to }: Period): Asked[] {
	const asked = new Map<string, Asked>();
	const sorted = [...new Map(hits.map((hit) => [hit.key, hit])).values()].sort(
		(a, b) => a.at - b.at || (a.key < b.key ? -1 : 1),
	);
	for (const { at, status, text: example, openId } of sorted) {
		if (at < from || at > to || status === 'matched') continue;
		const text = toQuestionText(example);
		// A sign or a single character is no question, nor is what WeChat writes in place of a message.
		if (Array.from(text).length < 2 || isUnsupportedNotice(example)) continue;
		const known = asked.get(text) ?? {
			text,
			example: example.trim(),
			count: 0,
			openIds: new Set(),
		};
		known.count++;
		known.openIds.add(openId);
		asked.set(text, known);
	}
	return [...asked.values()];
}

/**
 * Proposes keywords for what was asked in a period and not answered. The same rows give the same
 * proposals, in whatever order they come.
 *
 * @param library when it is known, a proposal names the keyword that is nearest
 */
export function learn(
	hits: readonly Hit[],
	library: readonly Keyword[],
	settings: LearnSettings,
): Proposal[] {
	const router = library.length > 0 ? new Router(library) : undefined;
	const known = new Set(library.map(({ id }) => id));
	const proposals = clusterQuestions(askedIn(hits, settings), settings.similarity)
		.filter((cluster) => timesOf(cluster) >= settings.leastCount)
		.map((cluster) => proposalOf(cluster, router, settings.to))
		.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
	const byKey = new Map<string, Proposal>();
	for (const proposal of proposals) {
		// What was proposed before is in the library already, switched off.
		if (!byKey.has(proposal.key) && !known.has(proposal.key)) byKey.set(proposal.key, proposal);
	}
	return [...byKey.values()];
}
