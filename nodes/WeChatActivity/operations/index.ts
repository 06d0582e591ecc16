import type { RecordResource } from '../../shared/engagement/recordNode';
import { activity } from './activity';
import { checkIn } from './checkIn';
import { compliance } from './compliance';
import { leaderboard } from './leaderboard';
import { lottery } from './lottery';
import { points } from './points';
import { prize } from './prize';
import { quiz } from './quiz';
import { submission } from './submission';
import { vote } from './vote';

/** What the node can do, in the order of the list. */
export const RESOURCES: readonly RecordResource[] = [
	activity,
	checkIn,
	compliance,
	leaderboard,
	lottery,
	points,
	prize,
	quiz,
	submission,
	vote,
];
