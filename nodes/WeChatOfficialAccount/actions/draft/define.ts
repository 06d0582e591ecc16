import { choice } from '../../../shared/operations/fields';

/** Whether articles are filled in or given as WeChat takes them. */
export const define = choice(
	'Define',
	[
		{ name: 'Using Fields Below', value: 'form' },
		{ name: 'Using JSON', value: 'json' },
	],
	'form',
);

export const inForm = { displayOptions: { show: { define: ['form'] } } };
export const inJson = { displayOptions: { show: { define: ['json'] } } };
