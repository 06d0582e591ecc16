import { now } from '../../shared/engagement/fields';
import { ranged } from '../../shared/engagement/numbers';
import { UserInputError } from '../../shared/inputError';
import {
	choices,
	collection,
	mapped,
	optionalText,
	text,
	type Changes,
	type Field,
	type ValuesOf,
} from '../../shared/operations/fields';
import type { AudienceRules } from '../../shared/segment/audience';
import { interactions } from './rows';

/** A time of the day in Shanghai, as minutes since midnight. */
const timeOfDay = (label: string, time: string, changes: Changes): Field<number> =>
	mapped(
		optionalText(label, { default: time, placeholder: `e.g. ${time}`, ...changes }),
		(given) => {
			const [, hours, minutes] = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(given.trim()) ?? [];
			if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
			throw new UserInputError(
				`'${label}' is not a time of the day: "${given}"`,
				'Enter hours and minutes, e.g. 22:00.',
			);
		},
	);

/** The fields of *Choose Audience*. */
export const audienceFields = {
	campaign: text('Campaign', {
		placeholder: 'e.g. reactivate-2026-11',
		description:
			'Name of the campaign. It decides who is in the hold-out group, the same people in every run.',
	}),
	channels: choices(
		'Channels',
		[
			{
				name: 'Broadcast',
				value: 'broadcast',
				description: 'To a tag or a list; up to 4 a month for a service account (群发)',
			},
			{
				name: 'Customer Service Message',
				value: 'customerServiceMessage',
				description: 'Within 48 hours after a message of the follower (客服消息)',
			},
			{
				name: 'Subscription Notice',
				value: 'subscriptionNotice',
				description: 'One for each consent of the follower (订阅通知)',
			},
			{
				name: 'Template Message',
				value: 'templateMessage',
				description: 'Not for marketing: WeChat forbids it (模板消息)',
			},
		],
		['customerServiceMessage', 'subscriptionNotice'],
		{
			description:
				'Channels that the campaign may use. The best one that is open for a follower is chosen: customer service message, then notice, template message and broadcast.',
		},
	),
	holdOutPercent: ranged(
		'Hold-Out (Percent)',
		{ fallback: 10, max: 100 },
		{
			typeOptions: { minValue: 0, maxValue: 100 },
			description:
				'Share of those who could be reached that gets nothing, so that the effect can be measured',
		},
	),
	maxMessages: ranged(
		'Maximum Messages',
		{ fallback: 1, min: 1 },
		{
			typeOptions: { minValue: 1 },
			description:
				'Maximum number of messages of the account to one follower within the days below. Automatic replies do not count.',
		},
	),
	perDays: ranged('Within (Days)', { fallback: 7, min: 1 }, { typeOptions: { minValue: 1 } }),
	quietFrom: timeOfDay('Quiet From', '22:00', {
		description: 'Nothing is sent from this time on (Shanghai)',
	}),
	quietUntil: timeOfDay('Quiet Until', '08:00', {
		description: 'Equal to Quiet From means that there are no quiet hours',
	}),
	interactions,
	options: collection('Options', 'Add option', {
		now,
		optOutTag: optionalText('Opt-Out Tag', {
			placeholder: 'e.g. 勿扰',
			description: "Followers with this tag (column 'tags') get nothing",
		}),
	}),
};

/** The rules that the fields set. */
export const rulesOf = (values: ValuesOf<typeof audienceFields>): AudienceRules => ({
	campaign: values.campaign,
	holdOutShare: values.holdOutPercent / 100,
	maxMessages: values.maxMessages,
	perDays: values.perDays,
	quiet: { from: values.quietFrom, until: values.quietUntil },
	channels: values.channels,
	now: values.options.now ?? Date.now(),
});
