import { once } from 'lodash';
import emoticons from './data/emoticons.json';
import facts from './data/facts.json';
import lexicon from './data/lexicon.json';
import slang from './data/slang.json';
import { Trie, wordsOf } from '../../shared/text/trie';

/** What praise or a fact is about: waiting belies praise of speed, breakage that of quality. */
export type Matter = 'any' | 'quality' | 'service' | 'speed';

/** A phrase of the lists, and what it does to the mood of the text around it. */
export type Entry =
	| { kind: 'word'; weight: number; praise?: Matter; fact?: Matter }
	| { kind: 'emoticon'; weight: number; isIronic: boolean }
	| { kind: 'intensifier'; factor: number }
	| { kind: 'past'; isLongAgo: boolean }
	| {
			kind:
				| 'concession'
				| 'contrast'
				| 'mended'
				| 'negator'
				| 'none'
				| 'now'
				| 'sarcasm'
				| 'unchanged';
	  };

const MATTERS = ['any', 'quality', 'service', 'speed'] as const;

/** Weight of a fact that no list of words has: 没人接, 洒了一地. One alone leaves a question calm: 你们几点关门. */
const FACT = -1.3;

type Add = (list: string, entry: Entry) => void;

/** Facts and praise are words as well: they keep the weight that they have as such. */
function addMatters(trie: Trie<Entry>, add: Add): void {
	const known = (phrase: string): Entry | undefined => {
		const found = trie.longestAt(phrase, 0);
		return found?.end === phrase.length ? found.value : undefined;
	};
	for (const matter of MATTERS) {
		for (const phrase of wordsOf(facts.facts[matter])) {
			const word = known(phrase);
			const weight = word?.kind === 'word' ? Math.min(word.weight, FACT) : FACT;
			add(phrase, { kind: 'word', weight, fact: matter });
		}
		for (const phrase of wordsOf(facts.praise[matter])) {
			const word = known(phrase);
			const weight = word?.kind === 'word' ? word.weight : 1;
			add(phrase, { kind: 'word', weight, praise: matter });
		}
	}
}

/** All lists in one index, built on first use; the later of two kinds wins where a phrase stands in both. */
export const phrases = once((): Trie<Entry> => {
	const trie = new Trie<Entry>();
	const add: Add = (list, entry) => {
		for (const phrase of wordsOf(list)) trie.set(phrase.toLowerCase(), entry);
	};
	for (const [factor, list] of Object.entries(lexicon.intensifiers)) {
		add(list, { kind: 'intensifier', factor: Number(factor) });
	}
	add(lexicon.negators, { kind: 'negator' });
	add(lexicon.concession, { kind: 'concession' });
	for (const { words } of [slang, lexicon]) {
		for (const [weight, list] of Object.entries(words)) {
			add(list, { kind: 'word', weight: Number(weight) });
		}
	}
	addMatters(trie, add);
	add(facts.longAgo, { kind: 'past', isLongAgo: true });
	add(facts.before, { kind: 'past', isLongAgo: false });
	add(facts.now, { kind: 'now' });
	add(facts.unchanged, { kind: 'unchanged' });
	add(facts.mended, { kind: 'mended' });
	add(lexicon.contrast, { kind: 'contrast' });
	add(lexicon.none, { kind: 'none' });
	add(slang.none, { kind: 'none' });
	add(lexicon.sarcasm, { kind: 'sarcasm' });
	const ironic = new Set(wordsOf(emoticons.ironic));
	for (const list of [emoticons.wechat, emoticons.unicode]) {
		for (const [weight, signs] of Object.entries(list)) {
			for (const sign of wordsOf(signs)) {
				add(sign, { kind: 'emoticon', weight: Number(weight), isIronic: ironic.has(sign) });
			}
		}
	}
	return trie;
});
