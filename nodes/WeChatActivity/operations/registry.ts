import type { INodeProperties } from 'n8n-workflow';
import { operationIn, propertiesOf } from '../../shared/operations/registry';
import { checkIn } from './checkIn';
import { compliance } from './compliance';
import { leaderboard } from './leaderboard';
import { lottery } from './lottery';
import type { ActivityOperation, ActivityResource } from './operation';
import { points } from './points';
import { quiz } from './quiz';
import { submission } from './submission';
import { vote } from './vote';

/** Every resource, in the order of the list (alphabetical by name, as n8n wants it). */
export const activityResources: ActivityResource[] = [
	checkIn,
	compliance,
	leaderboard,
	lottery,
	points,
	quiz,
	submission,
	vote,
];

/** All fields of the node. */
export const activityProperties = (): INodeProperties[] => propertiesOf(activityResources, checkIn);

/** The operation with these ids; undefined when there is none. */
export const findOperation = (resource: string, operation: string): ActivityOperation | undefined =>
	operationIn(activityResources, resource, operation);
