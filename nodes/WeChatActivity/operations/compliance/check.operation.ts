import type { INodeProperties } from 'n8n-workflow';
import { RowReader } from '../../../shared/rows/row';
import { checkCompliance, verdictText } from '../../engine/compliance/check';
import type { ActivityKind, Plan, PlannedPrize } from '../../engine/compliance/plan';
import { listFields, numberField, withNow, timeField } from '../fields';
import type { ActivityOperation } from '../operation';
import type { Run } from '../run';

const KINDS: Record<ActivityKind, string> = {
	checkIn: 'Check-In',
	instantWin: 'Instant Win',
	lottery: 'Lottery',
	quiz: 'Quiz',
	submission: 'Submission',
	vote: 'Vote',
};

const isKind = (value: string): value is ActivityKind => value in KINDS;

const kindField: INodeProperties = {
	displayName: 'Kind of Activity',
	name: 'kind',
	type: 'options',
	options: Object.entries(KINDS).map(([value, name]) => ({ name, value })),
	default: 'lottery',
};

const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 8 },
	default: '',
	required: true,
	description: 'Everything that followers read: title, article, rules and replies',
};

const disclosed = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const disclosureField: INodeProperties = {
	displayName: 'Disclosed Facts',
	name: 'disclosed',
	type: 'collection',
	placeholder: 'Add fact',
	default: {},
	description: 'What is published beside the text. What the text says itself need not stand here.',
	options: [
		disclosed('Claim', 'claim', 'How and until when prizes are claimed'),
		disclosed('Conditions', 'conditions', 'Who may take part, how, and how often'),
		disclosed('Contact', 'contact', 'Where to ask or complain'),
		timeField('Draw At', 'drawAt', 'When winners are drawn'),
		disclosed('Draw Method', 'drawMethod', 'How winners are found'),
		timeField('Ends At', 'endsAt', 'When the activity ends'),
		disclosed('Organiser', 'organiser', 'Full name of who holds the activity'),
		timeField('Starts At', 'startsAt', 'When the activity starts'),
	],
};

const plannedPrizeFields = listFields(
	{
		displayName: 'Prizes',
		name: 'prizes',
		entry: 'Prize',
		hint: 'Columns: name, quantity, valueFen, odds',
	},
	[
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		{
			displayName: 'Odds',
			name: 'odds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.01',
			description:
				'Published chance of one draw, from 0 to 1. Leave empty if quantities are published.',
		},
		numberField('Quantity', 'quantity', 1, 'Number of units'),
		{
			displayName: 'Value in Fen',
			name: 'valueFen',
			type: 'string',
			default: '',
			placeholder: 'e.g. 9900',
			description: 'Market value of one unit; 100 fen are one yuan',
		},
	],
);

function share(reader: RowReader, column: string): number | undefined {
	if (!reader.has(column)) return undefined;
	const value = reader.number(column, { min: 0 });
	if (value <= 1) return value;
	throw reader.error(column, `is ${value}`, 'Enter a number from 0 to 1: 1 % is 0.01.');
}

function prizesOf(run: Run): PlannedPrize[] {
	return run.list('prizes', 'Prizes').map((entry, position) => {
		const reader = new RowReader(entry, `Prize ${position + 1}`);
		return {
			name: reader.text('name'),
			quantity: reader.number('quantity', { fallback: 0, min: 0, integer: true }),
			valueFen: reader.has('valueFen')
				? reader.number('valueFen', { min: 0, integer: true })
				: undefined,
			odds: share(reader, 'odds'),
		};
	});
}

function planOf(run: Run, itemIndex: number, prizes: PlannedPrize[]): Plan {
	const given: unknown = run.ctx.getNodeParameter('disclosed', itemIndex, {});
	const facts = run.reader(typeof given === 'object' && given ? { ...given } : {}, itemIndex);
	const time = (name: string) => (facts.has(name) ? facts.time(name) : undefined);
	const kind = run.text('kind', 'Kind of Activity', itemIndex);
	const options = new RowReader(run.options(), 'Options');
	return {
		kind: isKind(kind) ? kind : 'lottery',
		text: run.required('text', 'Text', itemIndex),
		organiser: facts.text('organiser', ''),
		contact: facts.text('contact', ''),
		conditions: facts.text('conditions', ''),
		claim: facts.text('claim', ''),
		drawMethod: facts.text('drawMethod', ''),
		startsAt: time('startsAt'),
		endsAt: time('endsAt'),
		drawAt: time('drawAt'),
		prizes,
		blankOdds: share(options, 'blankOdds'),
		ticketCount: options.has('ticketCount')
			? options.number('ticketCount', { min: 1, integer: true })
			: undefined,
		recordYears: options.number('recordYears', { fallback: 2, min: 0 }),
		now: run.now(itemIndex),
	};
}

export const check: ActivityOperation = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check compliance of activity',
		description: "Hold an activity against WeChat's rules and the law before it starts",
	},
	properties: [
		kindField,
		textField,
		disclosureField,
		...plannedPrizeFields,
		withNow(
			numberField('Blank Odds', 'blankOdds', 0, 'Published chance to win nothing, from 0 to 1'),
			numberField('Records Kept Years', 'recordYears', 2, 'How long entries and winners are kept'),
			numberField(
				'Ticket Count',
				'ticketCount',
				0,
				'All tickets of an instant win, blanks included',
			),
		),
	],
	begin(run) {
		const prizes = prizesOf(run);
		return (itemIndex) => {
			const verdict = checkCompliance(planOf(run, itemIndex, prizes));
			const { canStart, findings } = verdict;
			return {
				activity: {
					status: canStart ? 'passed' : 'blocked',
					reply: verdictText(verdict),
					canStart,
					findings,
				},
				rows: [],
			};
		};
	},
};
