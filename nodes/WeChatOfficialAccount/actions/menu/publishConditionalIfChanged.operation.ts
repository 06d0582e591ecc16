import { withNote } from '../../../shared/transport/errors';
import { post } from '../call';
import { areSameButtons, isSameRule } from './compare';
import { currentMenu } from './currentMenu';
import { menu } from './form';
import { matchRuleFields, matchRuleOf } from './matchRule';
import { itemOperation } from '../operation';

/** What a removal that failed leaves behind. */
const NEW_ONE_IS_THERE =
	'The new menu is published, and followers see it; only the old one could not be removed. Run again to remove it.';

export const publishConditionalIfChanged = itemOperation({
	option: {
		name: 'Publish Conditional If Changed',
		value: 'publishConditionalIfChanged',
		action: 'Publish conditional menu if changed',
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
	onlyOnce: { what: 'Conditional menu', isRepeatable: true },
	fields: { ...matchRuleFields, menu },
	async execute(ctx, values) {
		const { menu } = values;
		const matchrule = await matchRuleOf(ctx, values);
		const all = (await currentMenu(ctx))?.conditionalmenu ?? [];
		const forSame = all.filter((entry) => isSameRule(entry.matchrule, matchrule));
		const same = forSame.find((entry) => areSameButtons(entry.button, menu.button));
		const replaced = forSame.filter((entry) => entry !== same);
		// The new one first: the followers never fall back to the menu for everybody in between.
		const { menuid } =
			same ??
			(await post<{ menuid: string }>(ctx, '/cgi-bin/menu/addconditional', { ...menu, matchrule }));
		for (const entry of replaced) {
			try {
				await post(ctx, '/cgi-bin/menu/delconditional', { menuid: String(entry.menuid) });
			} catch (error) {
				return await Promise.reject(withNote(error, NEW_ONE_IS_THERE));
			}
		}
		return {
			changed: !same,
			menuId: String(menuid),
			previous: replaced[0] ? { button: replaced[0].button } : null,
			current: { ...menu, matchrule },
		};
	},
});
