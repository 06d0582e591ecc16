/** The languages of the sets of workflows. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text that the people who own the canvas read, in both languages. What followers read is a plain text. */
export type Words = Readonly<Record<Language, string>>;

export const both = (zh: string, en: string): Words => ({ zh, en });

const isWords = (value: object): value is Words =>
	Object.keys(value).length === LANGUAGES.length &&
	LANGUAGES.every((language) => language in value);

function translated(value: unknown, language: Language): unknown {
	if (Array.isArray(value)) return value.map((entry) => translated(entry, language));
	if (typeof value !== 'object' || value === null) return value;
	if (isWords(value)) return value[language];
	return inLanguage(value, language);
}

/** The object with all its texts in one language. */
export const inLanguage = (value: object, language: Language): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name, translated(entry, language)]),
	);
