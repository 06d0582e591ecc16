import { ruledIn } from '../sensitive';
import { likenessOf } from './likeness';

/*
 * People who offer something themselves: money to be earned, invoices, loans, followers, games of chance. They use the words of a
 * library (兼职, 发票), and ask nothing of it.
 */

const OFFERED: ReadonlySet<string> = new Set(['adult', 'fraud', 'gambling', 'spam']);

/** A link with a promise. */
const LINK = /https?:|www\.|[a-z0-9]\.(?:cn|com|cc|net|top|xyz|vip|me)\b/u;
const PROMISE = /点击|领取|免费|福利|红包|抽奖|中奖|低价|赚|特价|下载|注册送|链接/u;

/** Who asks whether something is possible asks the account: 可以加微信开发票吗. */
const ASKS =
	/吗|么$|怎么|可以加|能加|能不能|可不可以|有没有|多少|哪里|哪儿|[?？]|你们|贵司|怎样|如何/u;

/** Longer texts are judged by their beginning. */
const LONGEST = 400;

/** Whether a text offers something instead of asking; in the form of `toPlainText`. */
export function isOffer(text: string): boolean {
	const beginning = text.slice(0, LONGEST);
	if (ASKS.test(beginning)) return false;
	if (LINK.test(beginning) && PROMISE.test(beginning)) return true;
	const isNamed = ruledIn(beginning).some(({ category }) => OFFERED.has(category));
	return isNamed && !likenessOf(beginning).isUnlikely;
}
