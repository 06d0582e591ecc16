import type { DrawProof, Place } from './draw';
import { claimsOf } from './claims';

/** Digits of an entry code that people compare. */
const SHOWN = 12;

/** The short form of an entry code, for chats and pages. */
export const shortCode = (code: string): string => code.slice(0, SHOWN);

/** How anybody checks a draw. In Chinese. */
export const METHOD = [
	'SHA256(种子) 应等于报名前公布的承诺值 C。',
	'参与编号 = SHA256("活动|OpenID")；全部编号去重、按升序排列、用换行符连接后，SHA256 应等于 D。',
	'K = SHA256(JSON 列表 [版本,活动,C,D,人数,[[奖品,数量],…],候补数,公共随机数名称,其产生时间,截止时间]，无空格)，应等于截止时公布的 K。',
	'公共随机数只取数字和字母，去掉空格与其他符号。',
	'用 HMAC-SHA256(密钥为种子，内容为 "活动|K|公共随机数|计数"，计数从 0 开始) 产生随机数，每 6 字节为一个大端整数，每块取 5 个。',
	'第 i 位（从 0 开始）与第 i + r 位交换，r 为小于 n - i 的随机数（不小于 2^48 - 2^48 mod (n - i) 的数舍弃）。',
	'交换后的前若干位依次获得各奖项，其后为候补。',
] as const;

const lineOf = ({ prize, place, entry }: Place): string =>
	`${prize === '' ? '候补' : prize} ${place}：${shortCode(entry)}`;

/** The proof as text for a page: what was published, who won, how to check it, what it shows. In Chinese. */
export function proofText(proof: DrawProof): string {
	const { proven, unproven } = claimsOf(proof);
	return [
		`开奖证明（${proof.version}）`,
		`活动：${proof.activityId}`,
		`承诺值 C：${proof.commitment}`,
		`截止时间：${proof.closedAt}`,
		`参与人数：${proof.entryCount}`,
		`名单摘要 D：${proof.entriesDigest}`,
		`截止摘要 K：${proof.closingDigest}`,
		`种子：${proof.seed}`,
		`公共随机数：${proof.beaconName === '' ? '未使用' : `${proof.beaconName}（${proof.beaconAt} 之后产生）= ${proof.beacon}`}`,
		'',
		'中奖编号',
		...proof.winners.map(lineOf),
		...proof.reserves.map(lineOf),
		'',
		'验证方法',
		...METHOD.map((step, position) => `${position + 1}. ${step}`),
		'',
		'验证通过说明',
		...proven.map((claim) => `- ${claim}`),
		'',
		'不能说明',
		...unproven.map((claim) => `- ${claim}`),
	].join('\n');
}
