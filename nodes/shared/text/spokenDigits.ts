/** Digits in words and in signs, as people write them where a number should not be seen. */
const SPOKEN: ReadonlyMap<string, string> = new Map(
	[
		'零〇洞oO',
		'一壹幺腰',
		'二贰两',
		'三叁',
		'四肆',
		'五伍',
		'六陆',
		'七柒拐',
		'八捌',
		'九玖勾',
	].flatMap((signs, digit) => [...signs].map((sign): [string, string] => [sign, String(digit)])),
);

const SEPARATOR = /[ \-._、，,·~*]/u;

/** Fewer in a row are an amount or a date. */
const LEAST = 5;
/** Longest gap between two of them. */
const GAP = 3;

/**
 * The text with runs of five and more digits in plain digits, some of which are written as words: 幺三五零零 …
 * Amounts in words (一百二十) stay. Each character is looked at a bounded number of times.
 *
 * @param text in the form of `normalise`
 */
export function spokenDigits(text: string): string {
	if (!hasSpokenNumber(text)) return text;
	const signs = [...text];
	const parts: string[] = [];
	for (let at = 0; at < signs.length; ) {
		const run = runAt(signs, at);
		parts.push(run.text);
		at = run.end;
	}
	return parts.join('');
}

/** Whether a text has digits in words, and enough digits for a number at all. */
function hasSpokenNumber(text: string): boolean {
	let digits = 0;
	let hasWord = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const isDigit = code >= 48 && code <= 57;
		const isWord = !isDigit && SPOKEN.has(text.charAt(at));
		if (isDigit || isWord) digits += 1;
		hasWord ||= isWord && code > 127;
	}
	return hasWord && digits >= LEAST;
}

/** The run of digits that begins at a place, or the one sign that stands there. */
function runAt(signs: readonly string[], start: number): { text: string; end: number } {
	let digits = '';
	let end = start;
	let at = start;
	while (at < signs.length && at - end <= GAP) {
		const sign = signs[at] ?? '';
		const digit = /\d/.test(sign) ? sign : SPOKEN.get(sign);
		if (digit === undefined && (digits === '' || !SEPARATOR.test(sign))) break;
		at += 1;
		if (digit === undefined) continue;
		digits += digit;
		end = at;
	}
	if (digits.length >= LEAST) return { text: digits, end };
	const next = Math.max(end, start + 1);
	return { text: signs.slice(start, next).join(''), end: next };
}
