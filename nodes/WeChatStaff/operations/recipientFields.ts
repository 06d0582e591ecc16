import { choice, optionalText, text } from '../../shared/operations/fields';

/** To whom a message to the staff goes. */
export const recipientFields = {
	sendTo: choice(
		'Send To',
		[
			{
				name: 'Group Robot',
				value: 'group',
				description:
					'A group of WeCom (企业微信), DingTalk (钉钉) or Feishu (飞书), by its credential',
			},
			{
				name: 'Member of the Staff',
				value: 'member',
				description: 'Somebody who follows the account and wrote to it within 48 hours',
			},
		],
		'group',
	),
	openId: text('OpenID', {
		placeholder: 'e.g. oABC…',
		description: 'Of the member of the staff',
		displayOptions: { show: { sendTo: ['member'] } },
	}),
	title: optionalText('Title', { placeholder: 'e.g. 回复提醒' }),
};

/** Whom a robot calls. */
export const callFields = {
	call: choice(
		'Call',
		[
			{ name: 'By Mobile Number', value: 'mobiles', description: 'Not with Feishu (飞书)' },
			{ name: 'Everybody', value: 'all', description: 'Like a mention of all (@所有人)' },
			{ name: 'Nobody', value: 'nobody' },
		],
		'nobody',
		{ displayOptions: { show: { sendTo: ['group'] } } },
	),
	mobiles: text('Mobile Numbers', {
		placeholder: 'e.g. 13800000000, 13900000000',
		displayOptions: { show: { sendTo: ['group'], call: ['mobiles'] } },
	}),
};
