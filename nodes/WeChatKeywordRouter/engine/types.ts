/** The three levels of a keyword library, from who we are to what can be done. */
export const LEVELS = ['brand', 'product', 'function'] as const;
export type Level = (typeof LEVELS)[number];

export const REPLY_TYPES = ['text', 'image', 'news'] as const;
export type ReplyType = (typeof REPLY_TYPES)[number];

/** One keyword of the library with everything the router needs to know about it. */
export interface Keyword {
	/** Unique in the library; comes back as `keywordId`. */
	id: string;
	keyword: string;
	level: Level;
	/** Other words for the same, synonyms, abbreviations. `*` stands for a few characters. */
	variants: string[];
	/** Whole questions that this keyword answers. */
	questions: string[];
	/** Words that rule the keyword out when they are in the message. */
	exclude: string[];
	/** Factor of the score; 1 is usual. */
	priority: number;
	/** Epoch milliseconds. */
	validFrom: number;
	validTo: number;
	isEnabled: boolean;
	/** Since when it is in the library, as far as that is known; otherwise since ever. */
	addedAt: number;
	replies: string[];
	replyMode: 'random' | 'inTurn';
	replyType: ReplyType;
	mediaId: string;
	/** Minutes in which the same person is not answered by the same keyword again; 0 for none. */
	cooldownMinutes: number;
	/** How the row is called in an error. */
	where: string;
}

/** A message as far as routing is concerned. */
export interface Message {
	text: string;
	/** Key of the message; the same key gets the same reply. */
	key: string;
	openId: string;
	/** Epoch milliseconds. */
	at: number;
	/** `bizmsgmenuid`, when an answer of a menu was tapped. */
	tapped?: string;
}

/** Which step found the keyword, or why a person is needed. */
export const WHYS = [
	'selfHarm',
	'urgent',
	'tapped',
	'exact',
	'keyword',
	'synonym',
	'pinyin',
	'typo',
	'similarQuestion',
	'askedForPerson',
	'answeredBefore',
	'similarQuestions',
	'unsure',
	'several',
	'refused',
	'nothingAsked',
	'otherMeaning',
	'unknownWords',
	'complaint',
	'advertisement',
	'nothingFound',
] as const;
export type Why = (typeof WHYS)[number];

/** A keyword that fits a message. */
export interface Finding {
	keyword: Keyword;
	/** Level weight × informative length × priority, or 0 … 1 for a similar question. */
	score: number;
	why: Why;
	/** The phrase of the library or of its synonyms that was found. */
	phrase: string;
}

/** A message that was answered, as kept by the workflow. */
export interface Hit {
	key: string;
	openId: string;
	/** Epoch milliseconds. */
	at: number;
	text: string;
	status: string;
	keywordId: string;
}

/** What the library has to say about a message; at most `mostCandidates` others come along. */
export type Outcome = Matched | Offered | ForPerson;

export interface Matched {
	status: 'matched';
	best: Finding;
	/** What else the message is about, and questions like it. */
	also: Finding[];
}

export interface Offered {
	status: 'candidates';
	why: Why;
	candidates: Finding[];
	/** Words of the message that neither the library nor common talk explains. */
	unknown?: string[];
}

export interface ForPerson {
	status: 'person';
	why: Why;
	/** The keyword that was spotted beside the wish for a person. */
	best?: Finding;
	/** What comes nearest in the library. */
	nearest?: Finding[];
	unknown?: string[];
}

export interface RouterSettings {
	levelWeights: Record<Level, number>;
	/** Likeness (0 … 1) from which a similar question is answered. */
	answerFrom: number;
	/** Likeness from which a keyword is offered as a candidate. */
	offerFrom: number;
	mostCandidates: number;
}
