import { patternFinder, type PatternFinder } from '../../shared/text/phrases';
import { soundsOf, soundTextsOf, type Sound } from '../../shared/text/pinyin';
import type { Phrase } from './phrases';
import type { Spotted } from './spans';

const HAN_ONLY = /^\p{Script=Han}{2,}$/u;

/** A sound says less than the characters. */
const SOUND_CERTAINTY = 0.9;

/** So many sounds in a row are no coincidence. */
const SURE_LENGTH = 3;

/** A short message has at most so many times the sounds of the phrase. */
const MOST_AROUND = 4;

/**
 * How much of a phrase is certain, 0 … 1: characters that are right, and sounds typed in Latin letters.
 */
function shareOfCertain(phrase: string, sounds: readonly Sound[], text: string): number {
	const characters = Array.from(phrase);
	const certain = sounds.filter(
		({ isTyped, start }, position) => isTyped || characters[position] === text.charAt(start),
	);
	return certain.length / characters.length;
}

/**
 * Two sounds are in many sentences by chance (合伙人 holds 活人). They count when they were typed in Latin
 * letters, when they are all there is, or when one character is the right one (优会 for 优惠) in a
 * short message.
 */
function isMeant(heard: number, all: number, certain: number): boolean {
	if (heard >= SURE_LENGTH || heard === all || certain === 1) return true;
	return certain > 0 && all <= heard * MOST_AROUND;
}

/** Finds phrases by their sound: homophones, and pinyin typed in Latin letters. */
export class SoundFinder {
	private readonly finder: PatternFinder;
	private readonly owners: Phrase[] = [];

	constructor(phrases: readonly Phrase[]) {
		const patterns: string[][] = [];
		for (const phrase of phrases) {
			const [text = ''] = phrase.parts;
			if (phrase.parts.length !== 1 || !HAN_ONLY.test(text)) continue;
			for (const sounds of soundTextsOf(text)) {
				patterns.push([sounds]);
				this.owners.push(phrase);
			}
		}
		this.finder = patternFinder(patterns);
	}

	/** @param text the message, as compared */
	find(text: string): Spotted[] {
		const sounds = soundsOf(text);
		return this.finder(sounds.map(({ code }) => code).join('')).flatMap((hit) => {
			const phrase = this.owners[hit.pattern];
			if (!phrase) return [];
			const heard = sounds.slice(hit.start, hit.end);
			const certain = shareOfCertain(phrase.parts.join(''), heard, text);
			if (!isMeant(heard.length, sounds.length, certain)) return [];
			const start = heard[0]?.start ?? 0;
			const end = heard.at(-1)?.end ?? 0;
			const certainty = (SOUND_CERTAINTY * (1 + certain)) / 2;
			return [{ phrase, start, end, certainty, how: 'pinyin' }];
		});
	}
}
