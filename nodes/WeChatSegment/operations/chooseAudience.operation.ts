import type { IDataObject } from 'n8n-workflow';
import { rowOperation } from '../../shared/engagement/rowOperation';
import { ROWS_OUTPUT } from '../../shared/engagement/recordOperation';
import type { Row, RowReader } from '../../shared/rows/row';
import {
	decide,
	type AudienceInteraction,
	type AudienceRules,
	type Decision,
} from '../../shared/segment/audience';
import { interactionOf, listOf } from '../engine/readRows';
import { audienceFields, rulesOf } from './audienceFields';
import { readItems, readKnown, requireRows } from './rows';

const ROWS_TO_STORE = 4;

const OUTPUT_OF: Record<Decision['decision'], number> = {
	sendNow: 0,
	later: 1,
	holdOut: 2,
	notReachable: 3,
};

/** The group in *Measure Lift*; who waits or cannot be reached belongs to none. */
const GROUP_OF: Partial<Record<Decision['decision'], string>> = {
	sendNow: 'treated',
	holdOut: 'holdOut',
};

/** Interactions by follower, and who has been decided on in an earlier run of the campaign. */
function historyOf(rows: readonly Row[], campaign: string) {
	const interactions = new Map<string, AudienceInteraction[]>();
	const keys = new Set<string>();
	const decided = new Set<string>();
	readKnown(rows, 'Interactions', (reader) => {
		const openId = reader.text('openId');
		if (reader.has('group')) {
			if (reader.text('campaign') === campaign) decided.add(openId);
			return;
		}
		const key = reader.text('key', '');
		if (key !== '' && keys.has(key)) return;
		keys.add(key);
		const own = interactions.get(openId);
		const interaction = interactionOf(reader);
		if (own) own.push(interaction);
		else interactions.set(openId, [interaction]);
	});
	return { interactions, decided };
}

/** The columns to store of a follower. */
function storedRow(
	reader: RowReader,
	{ decision, channel, reason }: Decision,
	{ campaign, now }: AudienceRules,
): IDataObject {
	const openId = reader.text('openId');
	return {
		key: `${campaign}:${openId}`,
		campaign,
		openId,
		segment: reader.text('segment', ''),
		group: GROUP_OF[decision] ?? null,
		channel,
		reason,
		at: new Date(now).toISOString(),
	};
}

/** Followers in; who gets the campaign now, later, not, and by which channel out. */
export const chooseAudience = rowOperation({
	option: {
		name: 'Choose Audience',
		value: 'chooseAudience',
		action: 'Choose the audience of a campaign',
		description: 'Decide whom a campaign writes to now, later or not at all, and by which channel',
	},
	outputs: ['Send Now', 'Later', 'Hold-Out', 'Not Reachable', ROWS_OUTPUT],
	fields: audienceFields,
	run: ({ ctx, outputs }, values) => {
		const rules = rulesOf(values);
		const optOutTag = (values.options.optOutTag ?? '').trim();
		const { interactions, decided } = historyOf(values.interactions(ctx), rules.campaign);
		const count = readItems(ctx, outputs, (reader, itemIndex) => {
			const openId = reader.text('openId');
			// Nobody is chosen twice: neither by a repeated row nor by a run that begins again.
			if (decided.has(openId)) return;
			const hasTag = optOutTag !== '' && listOf(reader, 'tags').includes(optOutTag);
			const decision = decide(
				{
					openId,
					isFollower: reader.has('isFollower') ? reader.flag('isFollower') : undefined,
					optOut: reader.flag('optOut', false) || hasTag,
					interactions: interactions.get(openId) ?? [],
				},
				rules,
			);
			decided.add(openId);
			const stored = storedRow(reader, decision, rules);
			const { decision: name, templateId, sendAfter } = decision;
			const news = {
				decision: name,
				templateId,
				sendAfter: sendAfter === null ? null : new Date(sendAfter).toISOString(),
			};
			outputs.add(OUTPUT_OF[name], { ...reader.row, ...stored, ...news }, itemIndex);
			if (stored.group !== null) outputs.add(ROWS_TO_STORE, stored, itemIndex);
		});
		requireRows(count, 'followers');
	},
});
