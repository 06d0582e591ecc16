import type { Reading } from '../reply';
import type { Delivered, Follower, State } from '../state';
import type { Written } from '../talk';
import { broadcastContent, deliveredContent, writtenContent } from './content';
import type { Bubble, Outcome } from './types';

/** As many bubbles are shown. */
const MOST = 200;
/** `opercode` of what a person of customer service wrote. */
const FROM_STAFF = 2002;

function outcomeOf({ result }: Written): Outcome {
	if (!result) return { kind: 'underWay' };
	const { reading, attempts, milliseconds } = result;
	const kinds: Record<Reading['kind'], () => Outcome> = {
		acknowledged: () => ({ kind: 'acknowledged', attempts, milliseconds }),
		reply: () => ({ kind: 'answered', attempts, milliseconds }),
		handedToAi: () => ({ kind: 'handedToAi', attempts, milliseconds }),
		handedOver: () => ({ kind: 'withStaff', account: accountOf(reading) }),
		toCustomerService: () => ({ kind: 'withStaff', account: accountOf(reading) }),
		invalid: () => ({ kind: 'outOfOrder', attempts, milliseconds, reason: reasonOf(reading) }),
	};
	return kinds[reading.kind]();
}

const accountOf = (reading: Reading) => ('account' in reading ? reading.account : '');
const reasonOf = (reading: Reading) => ('reason' in reading ? reading.reason : '');

function ofFollower(acts: readonly Written[]): Bubble[] {
	return acts.flatMap((one): Bubble[] => {
		const content = writtenContent(one.fields);
		if (!content) return [];
		const outcome = outcomeOf(one);
		return [{ id: `w${one.id}`, by: 'follower', at: one.at, content, outcome }];
	});
}

/** How long the follower had waited: the answer to a push took what the push took, others are counted from the act. */
function tookMs(message: Delivered, acts: readonly Written[]): number | undefined {
	const answered = acts.find(({ reply }) => reply === message);
	if (answered) return answered.result?.milliseconds;
	const last = acts.filter(({ at }) => at <= message.at).at(-1);
	return last && message.at - last.at;
}

function ofAccount(state: State, { inbox }: Follower, acts: readonly Written[]): Bubble[] {
	const from = Math.max(0, inbox.length - MOST);
	return inbox.slice(from).map((message, index) => ({
		id: `i${from + index}`,
		by: 'account',
		at: message.at,
		way: message.via,
		tookMs: message.via === 'menu' ? undefined : tookMs(message, acts),
		content: deliveredContent(state, message),
	}));
}

function broadcastsOf(state: State, { broadcasts }: Follower): Bubble[] {
	return broadcasts.slice(-MOST).flatMap(({ id, at }): Bubble[] => {
		const sent = state.broadcasts.get(id);
		if (!sent || sent.status === 'deleted') return [];
		const content = broadcastContent(state, sent.body, sent.msgDataId);
		return [{ id: `b${id}`, by: 'account', at, way: 'broadcast', content }];
	});
}

function ofStaff({ chatRecords }: State, { openId }: Follower): Bubble[] {
	return chatRecords.flatMap(({ openid, opercode, text, time }, index): Bubble[] => {
		if (openid !== openId || opercode !== FROM_STAFF) return [];
		const content = { kind: 'text', text } as const;
		return [{ id: `s${index}`, by: 'account', at: time * 1_000, way: 'staff', content }];
	});
}

/** What the follower's chat shows, oldest first. */
export function bubblesOf(state: State, follower: Follower): Bubble[] {
	const acts = state.talk.of(follower.openId).filter(({ fields }) => writtenContent(fields));
	return [
		...ofFollower(acts),
		...ofAccount(state, follower, acts),
		...broadcastsOf(state, follower),
		...ofStaff(state, follower),
	]
		.sort((one, other) => one.at - other.at)
		.slice(-MOST);
}
