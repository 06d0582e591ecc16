/** What is not for an activity goes on unchanged. */
export const NOT_FOR_THIS = 'Not for This Activity';

/** Where the results of a game go. */
export type GameOutput = 'finished' | 'ignored' | 'reply';

/** Outputs of a game. @param finished what the one for something that is over is called */
export const gameOutputs = (finished: string): Record<GameOutput, string> => ({
	reply: 'Reply',
	finished,
	ignored: NOT_FOR_THIS,
});
