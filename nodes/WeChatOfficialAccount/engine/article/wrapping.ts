/** Lines that stand before the text of a page: title, date and the like, between two `---`. */
const MAX_FRONT_LINES = 50;

const FENCE = /^(`{3,}|~{3,})\s*(?:markdown|md)\s*$/i;

/** The text without the code fence that models put around all they write. */
function withoutFence(lines: string[]): string[] {
	const [, mark] = FENCE.exec(lines[0]?.trim() ?? '') ?? [];
	if (!mark || lines.at(-1)?.trim() !== mark) return lines;
	const inside = lines.slice(1, -1);
	// A fence inside that is as long would have ended it: then it is several blocks of code.
	return inside.some((line) => line.trim() === mark) ? lines : inside;
}

function withoutFrontMatter(lines: string[]): string[] {
	if (lines[0]?.trim() !== '---') return lines;
	const end = lines.slice(1, MAX_FRONT_LINES).findIndex((line) => line.trim() === '---');
	const front = lines.slice(1, Math.max(end, 0) + 1);
	const isFront = front.length > 0 && front.every((line) => /^(?:[\w-]+:|\s|- |#|$)/.test(line));
	return isFront ? lines.slice(end + 2) : lines;
}

/** The text of an article without what stands around it: a code fence of Markdown, front matter. */
export function unwrapped(text: string): string {
	const lines = withoutFence(text.trim().split('\n'));
	return withoutFrontMatter(lines).join('\n');
}
