import { generator } from './random';

/** Makes a text of so many characters (UTF-16 units). */
export type HostileText = (length: number) => string;

const repeated =
	(piece: string, tail = ''): HostileText =>
	(length) =>
		piece.repeat(Math.ceil(length / piece.length)).slice(0, length - tail.length) + tail;

const headed =
	(head: string, piece: string, tail = ''): HostileText =>
	(length) =>
		head + repeated(piece, tail)(length - head.length);

/** Signs in no order, the same ones over and over, so that a longer text holds no more different words. */
const mixed = (alphabet: string): HostileText => {
	const random = generator(alphabet.length);
	const signs = [...alphabet];
	const sign = () => signs[Math.floor(random() * signs.length)] ?? '';
	return repeated(Array.from({ length: 500 }, sign).join(''));
};

/**
 * Texts that a stranger can send to make a careless pattern or loop go through the same characters again
 * and again: long runs with and without an end that does not fit, half-open brackets, what looks like the
 * beginning of a number, an address, a reference.
 */
export const HOSTILE_TEXTS: Readonly<Record<string, HostileText>> = {
	'particles, then a letter': repeated('啊', 'x'),
	'particles only': repeated('吗'),
	'thanks, then a letter': repeated('谢谢', 'x'),
	'greetings, then a letter': repeated('你好', 'x'),
	'greetings and commas': repeated('你好，'),
	'commas, then a greeting': repeated('，', '你好x'),
	'openings without an end': headed('请问', '，', '请问'),
	digits: repeated('7'),
	'digits, then a letter': repeated('1', 'x'),
	'beginnings of phone numbers': repeated('138 1234 '),
	'phone numbers': repeated('13812345678,'),
	'long numbers': repeated('123456789012345678 '),
	'large JSON numbers': repeated('12345678901234567890,'),
	spaces: repeated(' '),
	'spaces, then a letter': repeated(' ', 'x'),
	'spaces between words': repeated('a  '),
	'spaces in the middle': headed('a', ' ', 'b'),
	'ideographic spaces': repeated('\u3000', 'x'),
	'line breaks': repeated('\n', 'x'),
	tabs: repeated('\t', 'x'),
	'square brackets': repeated('['),
	'emoticons without an end': repeated('[微笑'),
	emoticons: repeated('[微笑]'),
	'round brackets': repeated('(', 'x'),
	braces: repeated('{'),
	'placeholders without an end': repeated('{{a'),
	'less-than signs': repeated('<'),
	'elements without an end': repeated('<a'),
	'CDATA without an end': repeated('<![CDATA['),
	'ends of CDATA': repeated(']]>'),
	'comments without an end': repeated('<!--'),
	comments: repeated('<!---->', 'x'),
	rules: repeated('---\n'),
	references: repeated('&#1;'),
	'references without an end': repeated('&#x'),
	ampersands: repeated('&'),
	'quotation marks': repeated('"'),
	'escaped quotation marks': headed('"', '\\"'),
	backslashes: repeated('\\', 'x'),
	emoji: repeated('😀'),
	families: repeated('👨‍👩‍👧‍👦'),
	'flags and key caps': repeated('🇨🇳1️⃣'),
	'halves of emoji': repeated('\ud83d'),
	ordinals: repeated('第一'),
	'ordinals, then a word': repeated('第', '一选'),
	'choices, then a letter': repeated('选', 'xx'),
	'I choose': headed('我的答案', '选择', 'xx'),
	commas: repeated(','),
	'Chinese commas': repeated('，', 'x'),
	'full stops': repeated('。', 'x'),
	dots: repeated('.', 'x'),
	'letters and dots': repeated('a.'),
	'letters and at signs': repeated('a@'),
	'at signs and letters': headed('a', '@a.'),
	'beginnings of addresses': repeated('http://'),
	'beginnings of hosts': repeated('www.'),
	'a long address': headed('https://', 'a.'),
	hyphens: repeated('-', 'x'),
	'letters and hyphens': repeated('a-'),
	'slashes, then a letter': repeated('/', 'x'),
	'equals signs, then a letter': repeated('=', 'A'),
	asterisks: repeated('*', 'x'),
	dollars: repeated('$&'),
	'Latin and Han by turns': repeated('a好'),
	'Latin letters': repeated('a'),
	'pinyin without spaces': repeated('xian'),
	'pinyin with spaces': repeated('ni hao '),
	'initials of pinyin': repeated('zhchsh'),
	'combining marks': headed('a', '\u0301'),
	'combining marks of two kinds': headed('a', '\u0301\u0323'),
	'characters that grow when normalised': repeated('㍿'),
	'a character that grows eighteenfold': repeated('\ufdfa'),
	'traditional characters': repeated('優惠券怎麼領'),
	'Chinese sentences': repeated('我想问一下这个优惠券什么时候可以用，谢谢！'),
	'one Chinese character': repeated('的'),
	'wishes for a person': repeated('转人工'),
	'refunds, then not': repeated('怎么退', '不'),
	negations: repeated('不'),
	laughter: repeated('哈'),
	'WeChat IDs without an end': repeated('微信'),
	'WeChat IDs': repeated('微信号:'),
	shares: repeated('分享'),
	forwarding: repeated('转发'),
	'follow and win': repeated('关注'),
	invitations: repeated('邀请好友'),
	'help me': repeated('帮'),
	amounts: repeated('1,234,'),
	'control characters': repeated('\u0001'),
	'bidirectional marks': repeated('\u202e\u200f'),
	'zero-width characters': repeated('\u200b', 'x'),
	'random Latin': mixed('abcdefghijklmnopqrstuvwxyz0123456789 .,-_@/:'),
	'random Chinese': mixed('你我他的了吗怎么优惠券退款发货快递多少钱谢谢啊呢，。！ 第一选'),
	'random signs': mixed('[]{}()<>&"\'\\/=*+-_.,:;!?$#@%^|~` \n'),
};
