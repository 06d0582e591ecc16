import type { ActivityResource } from '../operation';
import { build } from './build.operation';

export const leaderboard: ActivityResource = {
	option: { name: 'Leaderboard', value: 'leaderboard' },
	operations: [build],
	defaultOperation: build,
};
