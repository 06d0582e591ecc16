/** The node that reads the campaigns, once at the start. */
export const CAMPAIGNS = 'Campaigns';

/** The triggers that start the flow by the clock or by hand. */
export const TRIGGERS = {
	daily: 'Every day at ten',
	byHand: 'When run by hand',
	sweep: 'Every five minutes',
	weekly: 'Every Monday at eleven',
};

/** Code: a column of the campaign with this key (code). */
export const campaignOf = (key, column) =>
	`($('${CAMPAIGNS}').all().find(({ json }) => json.key === ${key})?.json.${column} ?? '')`;

/** Code: whether a list in a column of a campaign names a value (code). */
export const listHas = (list, value) => `${list}.split(/[,，、\\s]+/).includes(${value})`;
