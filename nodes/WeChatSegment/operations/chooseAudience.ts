import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { nowOf, optionsOf } from '../../shared/engagement/fields';
import type { Outputs } from '../../shared/engagement/outputs';
import { UserInputError } from '../../shared/inputError';
import {
	decide,
	type AudienceChannel,
	type AudienceInteraction,
	type AudienceRules,
	type Decision,
} from '../engine/audience';
import { minuteFrom, numberFrom } from '../parameters';
import { interactionOf, listOf, readItems, readKnown, requireRows } from '../rows';

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

function rulesOf(ctx: IExecuteFunctions): AudienceRules {
	const number = (name: string, label: string, fallback: number, min: number, max?: number) =>
		numberFrom(ctx.getNodeParameter(name, 0), label, { fallback, min, max });
	const campaign = String(ctx.getNodeParameter('campaign', 0)).trim();
	if (campaign === '') {
		throw new UserInputError(
			"'Campaign' is empty",
			'Give the campaign a name; it decides who is in the hold-out group.',
		);
	}
	const minute = (name: string, label: string) =>
		minuteFrom(String(ctx.getNodeParameter(name, 0)), label);
	return {
		campaign,
		holdOutShare: number('holdOutPercent', 'Hold-Out (Percent)', 10, 0, 100) / 100,
		maxMessages: number('maxMessages', 'Most Messages', 1, 1),
		perDays: number('perDays', 'Within (Days)', 7, 1),
		quiet: { from: minute('quietFrom', 'Quiet From'), until: minute('quietUntil', 'Quiet Until') },
		channels: ctx.getNodeParameter('channels', 0) as AudienceChannel[],
		now: nowOf(ctx, 0),
	};
}

/** Interactions by follower, and who has been decided on in an earlier run of the campaign. */
function readHistory(ctx: IExecuteFunctions, campaign: string) {
	const interactions = new Map<string, AudienceInteraction[]>();
	const keys = new Set<string>();
	const decided = new Set<string>();
	readKnown(ctx, 'interactions', 'Interactions', (reader) => {
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

/** *Choose Audience*: followers in; who gets the campaign now, later, not, and by which channel out. */
export function chooseAudience(ctx: IExecuteFunctions, outputs: Outputs): void {
	const rules = rulesOf(ctx);
	const optOutTag = String(optionsOf(ctx, 0).optOutTag ?? '').trim();
	const { interactions, decided } = readHistory(ctx, rules.campaign);
	const at = new Date(rules.now).toISOString();
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
		const { campaign } = rules;
		const group = GROUP_OF[decision.decision] ?? null;
		const sendAfter =
			decision.sendAfter === null ? null : new Date(decision.sendAfter).toISOString();
		const stored: IDataObject = {
			key: `${campaign}:${openId}`,
			campaign,
			openId,
			segment: reader.text('segment', ''),
			group,
			channel: decision.channel,
			reason: decision.reason,
			at,
		};
		const news = { decision: decision.decision, templateId: decision.templateId, sendAfter };
		outputs.add(OUTPUT_OF[decision.decision], { ...reader.row, ...stored, ...news }, itemIndex);
		if (group !== null) outputs.add(ROWS_TO_STORE, stored, itemIndex);
	});
	requireRows(count, 'followers');
}
