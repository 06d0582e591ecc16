import type { DrawProof, Place } from './draw';

/** Digits of an entry code that people compare. */
const SHOWN = 12;

/** The short form of an entry code, for chats and pages. */
export const shortCode = (code: string): string => code.slice(0, SHOWN);

const lineOf = ({ prize, place, entry }: Place): string =>
	`${prize === '' ? '候补' : prize} ${place}：${shortCode(entry)}`;

/** The proof as text for a page: what was published, who won, how to check it. In Chinese. */
export function proofText(proof: DrawProof): string {
	return [
		`开奖证明（${proof.version}）`,
		`活动：${proof.activityId}`,
		`承诺值 C：${proof.commitment}`,
		`种子：${proof.seed}`,
		`公共随机数：${proof.beacon || '未使用'}`,
		`参与人数：${proof.entryCount}`,
		`名单摘要 D：${proof.entriesDigest}`,
		'',
		'中奖编号',
		...proof.winners.map(lineOf),
		...proof.reserves.map(lineOf),
		'',
		'验证方法',
		'1. SHA256(种子) 应等于开奖前公布的承诺值 C。',
		'2. 参与编号 = SHA256("活动|OpenID")；全部编号去重、按升序排列、用换行符连接后，SHA256 应等于 D。',
		'3. 用 HMAC-SHA256(密钥为种子，内容为 "活动|D|公共随机数|计数"，计数从 0 开始) 产生随机数，每 6 字节为一个大端整数，每块取 5 个。',
		'4. 第 i 位（从 0 开始）与第 i + r 位交换，r 为小于 n - i 的随机数（不小于 2^48 - 2^48 mod (n - i) 的数舍弃）。',
		'5. 交换后的前若干位依次获得各奖项，其后为候补。',
	].join('\n');
}
