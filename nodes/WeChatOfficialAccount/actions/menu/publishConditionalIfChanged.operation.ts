import { publishConditional } from './conditional';
import { currentMenu } from './currentMenu';
import { menu } from './form';
import { matchRuleFields, matchRuleOf } from './matchRule';
import { itemOperation } from '../operation';
import { namesOf } from './rules';

export const publishConditionalIfChanged = itemOperation({
	option: {
		name: 'Publish Personalized If Changed',
		value: 'publishConditionalIfChanged',
		action: 'Publish personalized menu if changed',
		description:
			'Compare with the present menu for the same followers and replace it only if something differs; the old one is in the output',
	},
	endpoints: [
		'GET /cgi-bin/menu/get',
		'POST /cgi-bin/menu/addconditional',
		'POST /cgi-bin/menu/delconditional',
	],
	limits: '2,000 a day',
	// It looks first what is there, and takes over where a run before was broken off.
	onlyOnce: { what: 'Personalized menu', isRepeatable: true },
	wording: { level: 'stop', texts: ({ menu: { button } }) => namesOf(button) },
	fields: { ...matchRuleFields, menu },
	async execute(ctx, values) {
		const { menu } = values;
		const matchrule = await matchRuleOf(ctx, values);
		const all = (await currentMenu(ctx))?.conditionalmenu ?? [];
		const { isNew, menuId, replaced } = await publishConditional(ctx, all, { menu, matchrule });
		return {
			changed: isNew,
			menuId,
			previous: replaced[0] ? { button: replaced[0].button } : null,
			current: { ...menu, matchrule },
		};
	},
});
