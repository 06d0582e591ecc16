import type { IDataObject } from 'n8n-workflow';
import type { Sending } from './onlyOnce';
import { sentKey, type Outgoing } from './sentRow';
import { sent } from './tables/sent';

const UNKNOWN = `发送时中断，不确定对方是否已收到，因此没有重发。请先在公众平台核对，再到数据表（名称以 ${sent.name} 结尾）中按 sentKey 找到这一行：已收到，把 state 改为 sent；没有收到，改为 refused，然后重新运行。`;
const UNDER_WAY = '另一次运行正在发送同一条内容，本次没有发送。';

/**
 * What an item tells of something that was to go out once. The first time it is the result as ever; the same
 * with `alreadySent` when it went out before; `underWay` or `unknown` with `sentKey`, the row to look for, and
 * `summary`, words for the staff, when nothing was sent and there is no result.
 */
export function sendingFields(
	{ key, openId }: Pick<Outgoing, 'key' | 'openId'>,
	sending: Sending<IDataObject>,
): IDataObject {
	if (sending.status === 'sent') return sending.result;
	if (sending.status === 'alreadySent') return { ...sending.result, alreadySent: true };
	const about = { ...(openId === '' ? {} : { openId }), sentKey: sentKey(key) };
	return sending.status === 'unknown'
		? { ...about, unknown: true, summary: UNKNOWN }
		: { ...about, underWay: true, summary: UNDER_WAY };
}
