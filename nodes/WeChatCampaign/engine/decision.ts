import type { RowOf } from '../../shared/records/table';
import type { contacts } from '../../shared/records/tables/contacts';
import { DAY_MS } from '../../shared/calendar/days';
import {
	decide,
	type AudienceInteraction,
	type Because,
	type Decision,
} from '../../shared/segment/audience';
import { splitList } from '../../shared/text/list';
import type { Campaign } from './campaign';

export type Contact = RowOf<typeof contacts>;

/** Why somebody is, or is not, written to. */
export type Reason = Because | 'noConsent';

/** A decision about a person. */
export type CampaignDecision = Omit<Decision, 'because'> & { because: Reason };

/** What staff write beside somebody who wants nothing. */
const WANTS_NOTHING = /勿扰|退订/;
/** A contact opens no window of WeChat for longer. */
const WINDOW_MS = 2 * DAY_MS;

const wantsNothing = ({ consent, tags, remark }: Contact, optOutTag: string): boolean =>
	consent === 'declined' ||
	WANTS_NOTHING.test(remark) ||
	(optOutTag !== '' && splitList(tags).includes(optOutTag));

/**
 * Whether, when and how a campaign writes to a follower at a moment.
 *
 * @param interactions of the person: of the days that count, and all about notices
 * @param holdOutShare 0 for somebody who was chosen before
 */
export function decideFor(
	contact: Contact,
	interactions: readonly AudienceInteraction[],
	{ row, rules }: Campaign,
	{ now, optOutTag, holdOutShare }: { now: number; optOutTag: string; holdOutShare: number },
): CampaignDecision {
	const { openId, isFollower, lastContactAt, consent } = contact;
	const known = [...interactions];
	if (lastContactAt !== null && lastContactAt > now - WINDOW_MS) {
		known.push({ kind: 'text', at: lastContactAt });
	}
	const optOut = wantsNothing(contact, optOutTag);
	const decision = decide(
		{ openId, isFollower, optOut, interactions: known },
		{ ...rules, holdOutShare, now },
	);
	const isAsked = !row.needsConsent || consent === 'granted';
	if (isAsked || decision.because === 'optedOut' || decision.because === 'left') return decision;
	return {
		decision: 'notReachable',
		because: 'noConsent',
		channel: null,
		templateId: null,
		sendAfter: null,
		reason: 'The person has not agreed to messages',
	};
}
