import { numberField } from '../../descriptions/fields';

export const sceneField = numberField('Scene', 'scene', [0, 10_000], {
	hint: 'A number of your choice; comes back with the consent',
});
