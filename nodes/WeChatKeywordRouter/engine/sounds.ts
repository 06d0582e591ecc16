import { patternFinder, type PatternFinder } from '../../shared/text/phrases';
import { soundsOf, soundTextsOf, type Sound } from '../../shared/text/pinyin';
import type { Phrase } from './phrases';
import type { Spotted } from './spans';

const HAN_ONLY = /^\p{Script=Han}{2,}$/u;

/** A sound says less than the characters. */
const SOUND_CERTAINTY = 0.9;

/** So many sounds in a row are no coincidence. */
const SURE_LENGTH = 3;

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

	/**
	 * Two sounds are in many sentences by chance: they count when one character is the right one (优会
	 * for 优惠), when they were typed in Latin letters, or when they are all there is.
	 *
	 * @param text the message, as compared
	 */
	find(text: string): Spotted[] {
		const sounds = soundsOf(text);
		return this.finder(sounds.map(({ code }) => code).join('')).flatMap((hit) => {
			const phrase = this.owners[hit.pattern];
			if (!phrase) return [];
			const heard = sounds.slice(hit.start, hit.end);
			const certain = shareOfCertain(phrase.parts.join(''), heard, text);
			const isMeant = certain > 0 || heard.length >= SURE_LENGTH || heard.length === sounds.length;
			const start = heard[0]?.start ?? 0;
			const end = heard.at(-1)?.end ?? 0;
			const certainty = (SOUND_CERTAINTY * (1 + certain)) / 2;
			return isMeant ? [{ phrase, start, end, certainty, how: 'pinyin' }] : [];
		});
	}
}
