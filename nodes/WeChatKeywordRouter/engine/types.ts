/** The three levels of a keyword library, from who we are to what can be done. */
export type Level = 'brand' | 'product' | 'function';

export type ReplyType = 'text' | 'image' | 'news';

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

/** Which step found the keyword. */
export type Why =
	| 'tapped'
	| 'exact'
	| 'keyword'
	| 'synonym'
	| 'pinyin'
	| 'typo'
	| 'similarQuestion'
	| 'askedForPerson'
	| 'answeredBefore'
	| 'similarQuestions'
	| 'nothingFound';

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
	candidates: Finding[];
}

export interface ForPerson {
	status: 'person';
	why: Why;
	/** The keyword that was spotted beside the wish for a person. */
	best?: Finding;
	/** What comes nearest in the library. */
	nearest?: Finding[];
}

export interface RouterSettings {
	levelWeights: Record<Level, number>;
	/** Similarity (0 … 1) from which a similar question is answered. */
	answerFrom: number;
	/** Similarity from which a keyword is offered as a candidate. */
	offerFrom: number;
	mostCandidates: number;
}
