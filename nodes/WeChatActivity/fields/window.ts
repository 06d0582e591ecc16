import { optionalMoment } from '../../shared/operations/time';

/** When an activity is open. */
export const startsAt = optionalMoment('Starts At', {
	description: 'Events before it do not count',
});

export const endsAt = optionalMoment('Ends At', {
	description: 'Events from this time on do not count',
});
