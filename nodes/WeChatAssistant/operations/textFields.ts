import { collection, mapped, optionalText } from '../../shared/operations/fields';
import { TEXTS, type Texts } from '../engine/taking';

const words = (label: string, name: keyof Texts, description: string) =>
	optionalText(label, { default: TEXTS[name], description });

/** What followers read; what is not filled in is as the fields show it. */
export const textFields = mapped(
	collection(
		'Texts',
		'Add text',
		{
			enough: words('Enough for Today', 'enough', 'Who has asked too much reads this'),
			handedOver: words('Handed Over', 'handedOver', 'To who asks for an answer that a person has'),
			help: words('How to Ask', 'help', 'To a message that asks nothing'),
			label: words('Label', 'label', 'Below an answer that is given again on request'),
			pending: words('Not Yet', 'pending', 'To who asks for an answer that is not there yet'),
			waiting: words('Please Wait', 'waiting', 'At once, while the model thinks'),
		},
		{ description: 'What followers read' },
	),
	(given): Texts => ({
		enough: given.enough ?? TEXTS.enough,
		handedOver: given.handedOver ?? TEXTS.handedOver,
		help: given.help ?? TEXTS.help,
		label: given.label ?? TEXTS.label,
		pending: given.pending ?? TEXTS.pending,
		waiting: given.waiting ?? TEXTS.waiting,
	}),
);
