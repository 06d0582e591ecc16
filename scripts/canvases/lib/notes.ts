const NOTE_PADDING = 40;
const LINE_HEIGHT = 24;
/** Width of a Chinese character in a note, in pixels; a Latin one takes about half of it. */
const CHARACTER = 15;
const HEADING = 1.5;

/** The height in pixels that a note of some width needs for its text. */
export function noteHeight(markdown: string, width: number): number {
	const perLine = Math.floor((width - NOTE_PADDING) / CHARACTER);
	const lines = markdown.split('\n').map((line) => {
		const size = [...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.55), 0);
		return Math.max(1, Math.ceil(size / perLine)) * (line.startsWith('#') ? HEADING : 1);
	});
	return Math.ceil(lines.reduce((sum, line) => sum + line * LINE_HEIGHT, NOTE_PADDING));
}
