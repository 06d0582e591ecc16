import type { IDataObject } from 'n8n-workflow';
import isEqual from 'lodash/isEqual';
import { post } from '../call';
import { currentMenu } from './currentMenu';
import { matchRuleFields, matchRuleOf, menuFields, menuFromFields } from './form';
import { normalized } from './rules';
import type { ItemOperation } from '../operation';

/** WeChat gives back a rule with numbers as text or not, and with what is empty or not. */
function ruleText(rule: IDataObject): Record<string, string> {
	const entries = Object.entries(rule).map(([name, value]): [string, string] => [
		name,
		String(value ?? ''),
	]);
	return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

export const publishConditionalIfChanged: ItemOperation = {
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
	properties: [...matchRuleFields, ...menuFields],
	async execute(ctx, itemIndex) {
		const menu = menuFromFields(ctx, itemIndex);
		const matchrule = await matchRuleOf(ctx, itemIndex);
		const all = (await currentMenu(ctx))?.conditionalmenu ?? [];
		const forSame = all.filter((entry) => isEqual(ruleText(entry.matchrule), ruleText(matchrule)));
		const same = forSame.find((entry) => isEqual(normalized(entry.button), menu.button));
		const replaced = forSame.filter((entry) => entry !== same);
		// The new one first: the followers never fall back to the menu for everybody in between.
		const { menuid } =
			same ??
			(await post<{ menuid: string }>(ctx, '/cgi-bin/menu/addconditional', { ...menu, matchrule }));
		for (const entry of replaced) {
			await post(ctx, '/cgi-bin/menu/delconditional', { menuid: String(entry.menuid) });
		}
		return {
			changed: !same,
			menuId: String(menuid),
			previous: replaced[0] ? { button: replaced[0].button } : null,
			current: { ...menu, matchrule },
		};
	},
};
