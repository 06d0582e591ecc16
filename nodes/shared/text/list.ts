/** Entries of a comma-separated or multi-line text, trimmed; Chinese commas and semicolons count too. */
export function splitList(text: string): string[] {
	return text
		.split(/[\s,，;；]+/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}
