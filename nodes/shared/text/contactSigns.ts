/** What a text has of the signs that contact data consists of. */
interface Signs {
	digits: number;
	letters: number;
	/** Both, with `_` and `-`. */
	all: number;
}

/** Counts them in a text. */
export function countSigns(text: string): Signs {
	const signs = { digits: 0, letters: 0, all: 0 };
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code > 127) continue;
		const isDigit = code >= 48 && code <= 57;
		const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
		if (isDigit) signs.digits += 1;
		else if (isLetter) signs.letters += 1;
		if (isDigit || isLetter || code === 45 || code === 95) signs.all += 1;
	}
	return signs;
}
