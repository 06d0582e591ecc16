import isEqual from 'lodash/isEqual';
import uniqWith from 'lodash/uniqWith';
import { MESSAGES } from '../fixtures/messages';
import { WRITTEN, WRITTEN_JSON } from '../fixtures/written';
import { toXml } from '../simulator/envelope';
import { trigger } from './lib/nodes';
import { flow, useScene } from './lib/scene';

const ALL = [...WRITTEN, ...MESSAGES.map(([, fields]) => ({ text: toXml(fields), fields }))];
/** What is the same twice would count as delivered again. */
const TEXTS = uniqWith(ALL, (one, other) => isEqual(one.fields, other.fields));

describe('every message and event, in every layout', () => {
	const scene = useScene();

	it.each([
		['plain', 'xml', TEXTS],
		['safe', 'xml', TEXTS],
		['plain', 'json', WRITTEN_JSON],
		['safe', 'json', WRITTEN_JSON],
	] as const)('arrives without loss: %s, %s', async (mode, format, messages) => {
		await scene.connect({}, mode === 'safe');
		const published = await scene.publish(
			flow('Callbacks', [trigger({ options: { timestampTolerance: 0 } })]),
			{ mode, format },
		);
		for (const { text, fields } of messages) {
			const { reading } = await published.push(fields, { text });
			expect(reading).toEqual({ kind: 'acknowledged' });
		}
		const executions = await scene.n8n.waitForExecutions(published.id, messages.length, 60_000);
		const received = executions.map(({ items }) => {
			const { wechat, ...fields } = items.Trigger?.[0]?.json ?? {};
			expect(wechat).toBeDefined();
			return fields;
		});
		for (const { fields } of messages) expect(received).toContainEqual(fields);
	});
});
