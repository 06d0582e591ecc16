import type MarkdownIt from 'markdown-it';

/** Longer ones are no formulas; it also bounds how far an end is looked for. */
const MAX_LENGTH = 500;
const MAX_LINES = 50;

const DOLLAR = 0x24;

function count(env: unknown): void {
	if (typeof env === 'object' && env !== null && 'formulas' in env) {
		env.formulas = Number(env.formulas) + 1;
	}
}

function dollarsAt(source: string, position: number): number {
	let end = position;
	while (source.charCodeAt(end) === DOLLAR) end += 1;
	return end - position;
}

/** The end of a formula that begins at `start`, or -1. Prices (`$5 and $10`) are none. */
function inlineEnd(source: string, start: number): number {
	if (/[\s$]/.test(source[start] ?? ' ')) return -1;
	const end = source.slice(start, start + MAX_LENGTH).indexOf('$');
	if (end <= 0) return -1;
	const isClosed = !/[\s\\]/.test(source[start + end - 1] ?? ' ');
	return isClosed && !/\d/.test(source[start + end + 1] ?? '') ? start + end : -1;
}

/** Reads `$…$` and `$$…$$` as formulas; WeChat shows none, so their source is shown. */
export function addFormulas(reader: MarkdownIt.MarkdownIt): void {
	reader.inline.ruler.after('escape', 'formula', (state, silent) => {
		const dollars = dollarsAt(state.src, state.pos);
		if (dollars === 0) return false;
		if (dollars > 2) {
			// No formula begins with so many; they are taken at once.
			if (!silent) state.pending += '$'.repeat(dollars);
			state.pos += dollars;
			return true;
		}
		const isDouble = dollars === 2;
		const start = state.pos + dollars;
		const end = inlineEnd(state.src, start);
		if (end < 0 || end >= state.posMax) return false;
		if (isDouble && state.src.charCodeAt(end + 1) !== DOLLAR) return false;
		if (!silent) {
			state.push('code_inline', 'code', 0).content = state.src.slice(start, end);
			count(state.env);
		}
		state.pos = end + dollars;
		return true;
	});
	// Before the rules that look through the lines that follow, and where a paragraph may end.
	reader.block.ruler.before('fence', 'formula', formulaBlock, {
		alt: ['paragraph', 'reference', 'blockquote', 'list'],
	});
}

/** Reads a formula between two `$$`, on one line or several. */
function formulaBlock(
	state: MarkdownIt.StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	const lineAt = (line: number) =>
		state.src
			.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
			.trim();
	const first = lineAt(startLine);
	const isCode = (state.sCount[startLine] ?? 0) - state.blkIndent >= 4;
	// One that ends within its line stands in a text.
	if (isCode || !/^\$\$(?!.*\$\$.)/.test(first)) return false;
	const lines: string[] = [];
	const last = Math.min(endLine, startLine + MAX_LINES);
	for (let line = startLine; line < last; line++) {
		const text = line === startLine ? first.slice(2) : lineAt(line);
		if (!text.endsWith('$$')) {
			lines.push(text);
			continue;
		}
		if (silent) return true;
		lines.push(text.slice(0, -2));
		pushFormula(state, lines.join('\n').trim());
		state.line = line + 1;
		return true;
	}
	return false;
}

function pushFormula(state: MarkdownIt.StateBlock, source: string): void {
	state.push('paragraph_open', 'p', 1).attrs = [['style', 'text-align:center']];
	const code = new state.Token('code_inline', 'code', 0);
	code.content = source;
	const inline = state.push('inline', '', 0);
	inline.content = '';
	inline.children = [code];
	state.push('paragraph_close', 'p', -1);
	count(state.env);
}
