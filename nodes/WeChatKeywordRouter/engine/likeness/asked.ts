/** What kind of answer a question wants. */
const KINDS: ReadonlyArray<readonly [name: string, words: RegExp]> = [
	['why', /为什么|为何|怎么会|怎么回事|原因|怎么老|怎么总/],
	['how', /怎么(?!样|会|回事|老|总|卖)|方法|办法|步骤|教程|流程/],
	['opinion', /怎么样|好不好|好吗|好用吗|值得|靠谱/],
	['when', /什么时候|几点|几号|几月|哪天|哪年|哪一年|时间|日期/],
	['howLong', /多久|多长时间|几天|几个小时|几年/],
	['where', /哪里|在哪|什么地方|哪个地方|地址|去哪|位置/],
	['who', /谁|哪位|什么人/],
	['howMuch', /多少|几个|几块|几次|价格|价位|怎么卖/],
	['size', /多大|多高|多重|多长(?!时间)|多远|几岁|年龄/],
	['which', /哪个(?!地方)|哪种|哪些|哪款|哪家|哪一|哪几/],
	['meaning', /什么意思|含义|寓意|意思是/],
	['name', /叫什么|什么名|名字|什么歌|歌名|片名/],
	['what', /什么(?!时候|意思|地方|人|原因|名|歌)/],
	['whether', /可以|是否|是不是|有没有|会不会|要不要|能|吗/],
];

/** The kinds of answer that a text asks for, one bit for each. */
export function kindsAsked(text: string): number {
	return KINDS.reduce(
		(bits, [, words], place) => (words.test(text) ? bits | (1 << place) : bits),
		0,
	);
}

export function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}
