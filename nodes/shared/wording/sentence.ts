import { IS_STEP, REWARD } from './words';

/*
 * What is asked about a sentence: whether it offers something, whether it is a step that has to be done, and whether
 * a word in it is taken back. All of it looks at a bounded stretch of text, so that no text makes it slow.
 */

/** Words that take back what follows in the clause: "no need to", "must not", "not conditional on". */
const NEGATIONS =
	/无需|无须|毋须|毋需|不需要?|不用|不必|不要求|不强制|不强迫|不鼓励|不诱导|不设|不搞|不玩|不做|不比|不看|不拉|不靠|不论|无论|不管|请勿|切勿|勿|严禁|禁止|不得|不可以?(?!不)|不许|不准|不允许|不接受|不以|不因|不会|从不|绝不|从未|绝非|不再|并非|不是|谢绝|拒绝|抵制|杜绝|反对|远离|不面向|没有要求|未要求|不要(?!忘|错过)|(?<![识特分区级性类告差个])别(?!忘|错过|人|的|处|样|致|名)|不提供|不收集|不涉及|不属于|不构成|不代表|不能(?!错过|少)|无法|并不|不可能|不承诺|不保证|不宣称|无关|无任何|没有任何|没有|不含|不存在|不包括|防止|避免|取消了/gu;

/** Between the negation and the word: another thing that is not needed, or another turn of the sentence. */
const OTHER_THING =
	/花|付费|付钱|消费|排队|下载|注册|门槛|出门|费用|等待|犹豫|担心|错过|忘|怕|想太多|套路/u;
const JOINED = /或|、|和|及|也|与|\//u;
const TURN = /只需|只要|但|而是|改为|就能|即可|便可/u;

/** Words after it that say that it does not matter. */
const NEGATED_AFTER =
	/^[^，。！？!?；;\n]{0,14}(?:不是(?!.{0,6}(?:吗|么))|并非|不作为|不影响|无关|不会|自愿|不计入|不增加|不作要求|与否|不属于|一律无效|不得参|不参与|不可参|不能参|谢绝|除外|都是假|都是骗|即违规|属于违规|是违规|违规|被限流|会被)/u;

/** Somebody is free to do it. */
const VOLUNTARY = /(?:欢迎|自愿|可自行|也可以?|不妨|您可以?|随手|顺手)[^，。！？!?；;\n]{0,8}$/u;

/** The sentence warns of what others do, or explains a rule. */
const WARNING =
	/骗局|诈骗|骗子|谨防|警惕|当心|警方|民警|[请要得]远离|别[信碰]|不可信|十赌九输|量力而行|是骗|都是假|勿信|轻信|上当|受骗|被罚|处罚|罚款|什么是|为什么不|防范|套路多|公安|反诈|整治|不做.{0,8}的?号|违反.{0,8}(?:规定|规范|法)|属于(?:诱导|违规|违法)|平台规则|诱导(?:分享|关注|转发)/u;

/** Characters of the shortest word looked for. */
const WORD = 2;

const CLAUSE_START = /[，：:]/u;

/** Words further away belong to something else; it also keeps a text without commas from costing more. */
const CLAUSE_LENGTH = 40;

/** A question that the next sentence answers with no. */
const ASKS = /(?:吗|么|呢|是否.{0,20}|[要用需能可][不没].{0,20})[？?]/u;
const ANSWERS_NO = /^[\s答A：:“"]{0,6}(?:不|无需|无须|没有|都不|完全不)/iu;

/** A sentence among others; what is asked about all of it is found out once, when it is first asked. */
export class Sentence {
	private readonly known = new Map<string, boolean>();

	constructor(
		readonly text: string,
		private readonly before = '',
		private readonly after = '',
	) {}

	/** The answer to a question about all of it, found once. @param name under which it is kept */
	asked(name: string, answer: () => boolean): boolean {
		const known = this.known.get(name);
		if (known !== undefined) return known;
		const found = answer();
		this.known.set(name, found);
		return found;
	}

	has(pattern: RegExp): boolean {
		return this.asked(pattern.source, () => pattern.test(this.text));
	}

	get offersReward(): boolean {
		return this.has(REWARD);
	}

	/** Whether a sentence beside it does. */
	get isBesideReward(): boolean {
		return this.asked('beside', () => REWARD.test(this.before) || REWARD.test(this.after));
	}

	get isStep(): boolean {
		return this.has(IS_STEP);
	}

	get isWarning(): boolean {
		return this.has(WARNING);
	}

	/** "Do I have to share? No." */
	get isAnsweredNo(): boolean {
		return this.asked('answered', () => ASKS.test(this.text) && ANSWERS_NO.test(this.after));
	}

	/** The clause up to a position. */
	clauseBefore(position: number): string {
		const least = Math.max(0, position - CLAUSE_LENGTH);
		let start = position;
		while (start > least && !CLAUSE_START.test(this.text.charAt(start - 1))) start -= 1;
		return this.text.slice(start, position);
	}

	/** Whether what stands at a position is taken back: "无需转发", "转发与否不影响". */
	isNegatedAt(position: number): boolean {
		// From within the words: "分享不会增加机会" says that sharing gives nothing.
		if (NEGATED_AFTER.test(this.text.slice(position + WORD, position + CLAUSE_LENGTH))) return true;
		const clause = this.clauseBefore(position);
		let end: number | undefined;
		for (const { 0: word, index } of clause.matchAll(NEGATIONS)) end = index + word.length;
		if (end === undefined) return false;
		const between = clause.slice(end);
		if (TURN.test(between)) return false;
		return !OTHER_THING.test(between) || JOINED.test(between);
	}

	/** Whether a person is free to do what stands at a position, and nothing is promised for it. */
	isVoluntaryAt(position: number): boolean {
		return VOLUNTARY.test(this.clauseBefore(position)) && !REWARD.test(this.text.slice(position));
	}
}

const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;\n]*/gu;

/** The sentences of a text, each with those beside it. @param text as `plainText` gives it */
export function sentencesOf(text: string): Sentence[] {
	const texts = text.match(SENTENCE) ?? [];
	return texts.map((one, place) => new Sentence(one, texts[place - 1], texts[place + 1]));
}
