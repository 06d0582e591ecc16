/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { join } from 'node:path';

/** An n8n that runs: its address, and the folder that it keeps its data in. */
export interface Place {
	url: string;
	userFolder: string;
}

/** The n8n of this Jest worker; several workers have one each. */
export function placeOfThisWorker(): Place {
	const places = JSON.parse(process.env.N8N_TEST_PLACES ?? '[]') as Place[];
	const place = places[Number(process.env.JEST_WORKER_ID ?? 1) - 1];
	if (!place) throw new Error('There is no n8n for this Jest worker');
	return place;
}

/** What an n8n has printed so far goes here. */
export const logOf = ({ userFolder }: Pick<Place, 'userFolder'>) => join(userFolder, 'n8n.log');
