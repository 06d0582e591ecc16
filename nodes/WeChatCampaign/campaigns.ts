import { UserInputError } from '../shared/inputError';
import { optionalText, type Field } from '../shared/operations/fields';
import type { Records } from '../shared/records/port';
import type { RowOf } from '../shared/records/table';
import { campaigns } from '../shared/records/tables/campaigns';
import { campaignOf, isRunning, type Campaign } from './engine/campaign';

/** Which campaign. */
export const campaignField: Field<string> = optionalText('Campaign', {
	placeholder: 'e.g. come-back',
	description:
		"Key of a campaign in the table 'campaigns'. Leave empty for all that are active and whose days have come.",
});

/** What a person does who has no campaign yet. */
export const NO_CAMPAIGN =
	'【活动】没有进行中的活动。在 campaigns 表里写好一行，把 isActive 打开，再运行一次。';

/**
 * The campaigns that are running; one of them when it is named.
 *
 * @throws UserInputError when there is none with this key, or a row cannot be used
 */
export async function runningCampaigns(
	records: Records,
	key: string,
	now: number,
): Promise<Campaign[]> {
	const found = await campaignRows(records, key);
	return found.filter((row) => isRunning(row, now)).map(campaignOf);
}

/** All campaigns, or the one that is named, running or over. Errors are those of `runningCampaigns`. */
export async function allCampaigns(records: Records, key: string): Promise<Campaign[]> {
	return (await campaignRows(records, key)).map(campaignOf);
}

async function campaignRows(
	records: Records,
	key: string,
): Promise<Array<RowOf<typeof campaigns>>> {
	const rows = await records.read(campaigns);
	const named = key.trim();
	if (named === '') return rows;
	const found = rows.filter((row) => row.key === named);
	if (found.length > 0) return found;
	throw new UserInputError(
		`There is no campaign '${named}'`,
		"Choose the key of a row in the table that ends with _campaigns, or leave 'Campaign' empty.",
	);
}
