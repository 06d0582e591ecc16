import { goOut } from './articles';
import { isObject, type Json } from './check';
import { fail } from './errors';
import { mainVerdict, verdictsOf, type Verdict } from './originality';
import type { Article, Broadcast, Follower, State, StoredDraft } from './state';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MAX_REQUESTS_A_MINUTE = 60;
const MAX_A_MONTH = 4;
/** How long the administrator may think about a broadcast to everybody. */
const CONFIRMATION_MS = 30 * MINUTE_MS;

/** Days and months of quotas are those of Shanghai. */
const monthOf = (day: string) => day.slice(0, 7);

const isCounted = ({ status }: Broadcast) => status !== 'failed';

/** Refuses what is too fast (42010) or more than the account may send (45028). */
export function checkQuota(state: State, isToAll: boolean): void {
	const { clock, account } = state;
	const now = clock.now();
	state.broadcastRequests = state.broadcastRequests.filter((at) => now - at < MINUTE_MS);
	if (state.broadcastRequests.length >= MAX_REQUESTS_A_MINUTE) fail(42010);
	state.broadcastRequests.push(now);
	// A service account is limited by what each follower gets; see `receive`.
	if (account.isVerifiedService && !isToAll) return;
	const days = [...state.broadcasts.values()]
		.filter((sent) => isCounted(sent) && (!account.isVerifiedService || sent.to === 'all'))
		.map(({ at }) => clock.day(at));
	const today = clock.day();
	const thisMonth = days.filter((day) => monthOf(day) === monthOf(today));
	const isUsedUp = account.isVerifiedService && thisMonth.length >= MAX_A_MONTH;
	if (isUsedUp || days.includes(today)) fail(45028);
}

/** A broadcast is one for a day, by the ID that the caller gave it. */
export function checkClientId(state: State, clientMsgId: string | undefined): void {
	if (clientMsgId === undefined) return;
	if (Buffer.byteLength(clientMsgId) > 32) fail(45067);
	for (const [msg_id, sent] of state.broadcasts) {
		if (sent.clientMsgId !== clientMsgId || state.clock.now() - sent.at >= DAY_MS) continue;
		if (sent.status === 'waiting') fail(89504);
		fail(45065, undefined, { msg_id });
	}
}

/** The draft of a broadcast; one that is being sent cannot be sent again so soon. */
export function draftOf(state: State, mediaId: string): StoredDraft {
	const isUnderWay = [...state.broadcasts.values()].some(
		({ status, mediaId: other }) => other === mediaId && status === 'sending',
	);
	if (isUnderWay) fail(42010);
	return state.drafts.get(mediaId) ?? fail(40007);
}

/** Followers who get it: a service account reaches nobody more than four times a month. */
function receive(state: State, id: number, receivers: Follower[], isLimited: boolean): number {
	const month = monthOf(state.clock.day());
	let reached = 0;
	for (const { broadcasts } of receivers) {
		const got = broadcasts.filter(({ at }) => monthOf(state.clock.day(at)) === month);
		if (isLimited && got.length >= MAX_A_MONTH) continue;
		broadcasts.push({ id, at: state.clock.now() });
		reached += 1;
	}
	return reached;
}

function copyrightResult(verdicts: Verdict[]): Json {
	const item = verdicts.map(({ isReprint, canReprint }, index) => ({
		ArticleIdx: String(index + 1),
		UserDeclareState: '0',
		AuditState: isReprint ? '1' : '0',
		OriginalArticleUrl: isReprint ? 'https://mp.weixin.qq.com/s/original' : '',
		OriginalArticleType: isReprint ? '1' : '0',
		CanReprint: canReprint ? '1' : '0',
		NeedReplaceContent: isReprint ? '1' : '0',
		NeedShowReprintSource: isReprint ? '1' : '0',
	}));
	return {
		Count: String(item.length),
		ResultList: item.length > 0 ? { item } : '',
		CheckState: String(mainVerdict(verdicts)),
	};
}

const urlsOf = (articles: Article[]): Json => {
	const item = articles.map(({ index, url }) => ({
		ArticleIdx: String(index + 1),
		ArticleUrl: url,
	}));
	return { Count: String(item.length), ResultList: item.length > 0 ? { item } : '' };
};

/** What becomes of a broadcast, apart from whom it reaches. */
function outcomeOf({ settings }: State, verdicts: Verdict[], ignoresReprint: boolean): string {
	const check = mainVerdict(verdicts);
	if (check === 3) return 'err(30002)';
	if (check === 2 && !ignoresReprint) return 'err(30003)';
	return settings.broadcastOutcomes.shift() ?? 'send success';
}

export interface Job {
	id: number;
	broadcast: Broadcast;
	/** Everybody it is meant for. */
	audience: Follower[];
	draft?: StoredDraft;
	pushLater: (fields: Json) => void;
}

/** Ends a broadcast and tells the account's server what became of it. */
function finish(state: State, job: Job, forced?: string): void {
	const { id, broadcast, audience, draft, pushLater } = job;
	const verdicts = verdictsOf(state, draft?.articles ?? []);
	const wanted = forced ?? outcomeOf(state, verdicts, broadcast.body.send_ignore_reprint === 1);
	const isSent = wanted === 'send success';
	const receivers = audience.filter(
		({ isFollowing, openId }) => isFollowing && !state.blocked.has(openId),
	);
	const isLimited = state.account.isVerifiedService;
	const reached = isSent ? receive(state, id, receivers, isLimited) : 0;
	const isInVain = isSent && receivers.length > 0 && reached === 0;
	broadcast.status = isSent && !isInVain ? 'sent' : 'failed';
	const articles =
		broadcast.status === 'sent' && draft
			? goOut(state, broadcast.msgDataId ?? 0, draft.articles)
			: [];
	if (broadcast.status === 'sent') state.drafts.delete(broadcast.mediaId ?? '');
	pushLater({
		FromUserName: 'mphelper',
		MsgType: 'event',
		Event: 'MASSSENDJOBFINISH',
		MsgID: String(id),
		Status: isInVain ? 'send fail' : wanted,
		TotalCount: String(audience.length),
		FilterCount: String(receivers.length),
		SentCount: String(reached),
		ErrorCount: String(receivers.length - reached),
		CopyrightCheckResult: copyrightResult(verdicts),
		ArticleUrlResult: urlsOf(articles),
	});
}

function send(state: State, job: Job): void {
	job.broadcast.status = 'sending';
	state.clock.after(state.settings.broadcastSeconds * 1_000, () => finish(state, job));
}

/** The answer says "accepted" only; a broadcast to everybody may have to wait for the administrator. */
export function start(state: State, job: Job): void {
	const { broadcast } = job;
	state.broadcasts.set(job.id, broadcast);
	if (!state.settings.isBroadcastProtected || broadcast.to !== 'all') return send(state, job);
	broadcast.status = 'waiting';
	const decide = (isAgreed: boolean, refusal = 'err(40001)') => {
		if (broadcast.status !== 'waiting') return;
		if (isAgreed) send(state, job);
		else finish(state, job, refusal);
	};
	state.confirmations.push(decide);
	state.clock.after(CONFIRMATION_MS, () => decide(false, 'err(40002)'));
	fail(89504);
}

/** The broadcast and its ID, by what a call names it by. */
export function broadcastOf(state: State, body: Json): [number, Broadcast] {
	for (const [id, broadcast] of state.broadcasts) {
		if (String(body.msg_id) === String(id)) return [id, broadcast];
		const isByUrl = state.articles.some(
			({ msgDataId, url }) => msgDataId === broadcast.msgDataId && url === body.url,
		);
		if (isByUrl) return [id, broadcast];
	}
	return fail(40059);
}

/** Takes an article of a broadcast away from its readers, or all of them. */
export function deleteBroadcast(state: State, body: Json): void {
	const [, broadcast] = broadcastOf(state, body);
	const isDeletable = isObject(broadcast.body.mpnews) || isObject(broadcast.body.mpvideo);
	if (!isDeletable || broadcast.status !== 'sent') fail(40065);
	const of = ({ msgDataId }: Article) => msgDataId === broadcast.msgDataId;
	const number = Number(body.article_idx ?? 0);
	const isMeant = ({ index, url }: Article) =>
		body.url === undefined ? number === 0 || index === number - 1 : url === body.url;
	const meant = state.articles.filter((article) => of(article) && isMeant(article));
	if (meant.length === 0 && number > 0) fail(40060);
	state.articles = state.articles.filter((article) => !meant.includes(article));
	if (!state.articles.some(of)) broadcast.status = 'deleted';
}
