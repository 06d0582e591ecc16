/*
 * Signs of a question. Each is a plain alternative without nested repetition, so a text is read in linear time.
 */
const MARK = /[?？]/;
/** 在吗, 货到没有, 方便不: particles, and a negation after what it turns into a question. */
const PARTICLE =
	/(?:吗|么|嘛|呢|[了过到好完上货](?:没有?|木有)|[^绝并从才也决毫可岂都\s，,。]不)[\s。.!！~～]*$/;
const NO_QUESTION_ENDING = /(?:[什怎那这多要]么)[\s。.!！~～]*$/;
const A_NOT_A =
	/有没有|是不是|能不能|可不可以|会不会|要不要|行不行|好不好|对不对|用不用|需不需要|值不值|算不算|支不支持|贵不贵|能否|可否|是否|有无|是不|能不/;
const WORD =
	/多少|几点|几号|几天|几个|几时|多久|多长|多大|什么时候|什么时间|何时|怎么|怎样|如何|咋|哪里|哪儿|哪个|哪些|哪家|哪款|在哪|啥时|请问|问一下|问下|想问|求问|求助|谁知道|谁能|有谁|什么/;
/** Words of question that exclaim or complain: 怎么这么慢, 什么破东西, 多少钱都不值, 没什么, 不知道怎么. */
const EXCLAMATION =
	/怎么(?:这么|那么|能这|会这|可以这|说呢|样都|都|也)|什么(?:破|垃圾|玩意|东西|态度|鬼|服务|质量|都|也)|没什么|没怎么|不怎么|不咋|多少(?:钱)?(?:也|都)|为什么(?:这么|那么|要骗)|什么的|怎么说|怎样都|无论|不管|不论/;

/** How surely a text asks something: 0 no, 1 by its words, 2 by its words or form and by its sign. */
export function questionDegree(text: string): 0 | 1 | 2 {
	const hasMark = MARK.test(text);
	const byForm = A_NOT_A.test(text) || (PARTICLE.test(text) && !NO_QUESTION_ENDING.test(text));
	const byWord = WORD.test(text) && !EXCLAMATION.test(text);
	if (hasMark) return byForm || byWord || !EXCLAMATION.test(text) ? 2 : 1;
	return byForm || byWord ? 1 : 0;
}
