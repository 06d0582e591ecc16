import type { RecordResource } from '../../../shared/engagement/recordNode';
import { build } from './build.operation';

export const leaderboard: RecordResource = {
	option: { name: 'Leaderboard', value: 'leaderboard' },
	operations: [build],
	defaultOperation: build,
};
