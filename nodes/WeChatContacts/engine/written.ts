/** What became of a message to one person. `notAllowed`: the account may not send any. */
export type Written = 'alreadySent' | 'notAllowed' | 'refused' | 'sent' | 'underWay' | 'unknown';

/**
 * What the staff should know of messages that were to go out: '' when there is nothing new.
 *
 * @param advice what those can do who got none
 */
export function writtenText(all: readonly Written[], advice: string): string {
	const count = (...which: Written[]): number =>
		all.filter((written) => which.includes(written)).length;
	const [sent, refused, notAllowed] = [count('sent'), count('refused'), count('notAllowed')];
	const unknown = count('unknown');
	const lines = [
		sent > 0 ? `消息已发给 ${sent} 人。` : '',
		refused > 0 ? `${refused} 人收不到消息：超过 48 小时没有互动，或者已经取消关注。` : '',
		notAllowed > 0 ? `${notAllowed} 人没有收到消息：这个公众号没有客服消息权限。` : '',
		unknown > 0 ? `${unknown} 人发送时中断，不确定是否收到，没有重发。` : '',
		refused + notAllowed > 0 ? advice : '',
	];
	return lines.filter((line) => line !== '').join('\n');
}
