import { Converter } from 'opencc-js/t2cn';
import once from 'lodash/once';

/** The dictionary is unpacked on the first use, not when n8n loads the node. */
const converter = once(() => Converter({ from: 't', to: 'cn' }));

/**
 * Characters that are simplified as they stand, and yet another one in some phrases. Without 坏, which is the old form
 * of 坯 in 一坏 and 打坏: in a text without traditional characters it means broken.
 */
const CHANGED_IN_PHRASES = '瞭藉覆沈哩甦衹';
const FIRST_HAN = 0x2e80;
const UNKNOWN = 0;
const STAYS = 1;
const CHANGES = 2;

/** By UTF-16 unit whether it makes a text one to convert; filled as texts come. */
const conversions = once((): Uint8Array => {
	const known = new Uint8Array(0x10000);
	for (const character of CHANGED_IN_PHRASES) known[character.charCodeAt(0)] = CHANGES;
	return known;
});

/** What a unit means for a text: halves of Han characters beyond the basic plane are left to the converter. */
function conversionOf(unit: number): number {
	if (unit >= 0xd800 && unit < 0xe000) return unit >= 0xd840 && unit < 0xd890 ? CHANGES : STAYS;
	const character = String.fromCharCode(unit);
	return converter()(character) === character ? STAYS : CHANGES;
}

/** Whether a text has any character that a conversion may change. Most have none, and conversion is dear. */
function hasTraditional(text: string): boolean {
	const known = conversions();
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit < FIRST_HAN) continue;
		if (known[unit] === UNKNOWN) known[unit] = conversionOf(unit);
		if (known[unit] === CHANGES) return true;
	}
	return false;
}

/** Traditional characters in their simplified form (OpenCC, character by character and by phrase). */
export function toSimplified(text: string): string {
	return hasTraditional(text) ? converter()(text) : text;
}
