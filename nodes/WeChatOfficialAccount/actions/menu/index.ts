import type { Resource } from '../operation';
import { addConditional } from './addConditional.operation';
import { answerTap } from './answerTap.operation';
import { create } from './create.operation';
import { deleteMenu } from './delete.operation';
import { deleteConditional } from './deleteConditional.operation';
import { getMenu } from './get.operation';
import { getSelfMenu } from './getSelfMenu.operation';
import { publishConditionalIfChanged } from './publishConditionalIfChanged.operation';
import { publishDue } from './publishDue.operation';
import { publishIfChanged } from './publishIfChanged.operation';
import { tryConditional } from './tryConditional.operation';

export const menu: Resource = {
	option: { name: 'Menu', value: 'menu' },
	access: 'verified',
	notice:
		'Needs a verified account. Followers see a new menu within 24 hours, or at once when they follow again.',
	operations: [
		addConditional,
		answerTap,
		create,
		deleteMenu,
		deleteConditional,
		getMenu,
		getSelfMenu,
		publishIfChanged,
		publishConditionalIfChanged,
		publishDue,
		tryConditional,
	],
};
