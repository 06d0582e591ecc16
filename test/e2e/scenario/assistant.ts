import { startModel, type ScriptedModel } from '../lib/model';
import type { N8n } from '../lib/n8n';

const ANSWER = {
	answer: '第一次用先看包装里的说明，准备十分钟就够；送人的话礼盒最省心。',
	confidence: 0.9,
	person: false,
};
const TURNS = 1_000;

/** A model that always has an answer, with its credential in n8n. */
export async function startAssistant(
	n8n: N8n,
): Promise<{ model: ScriptedModel; credentials: { openAiApi: string } }> {
	const turn = { text: JSON.stringify({ output: ANSWER }) };
	const model = await startModel(Array.from({ length: TURNS }, () => turn));
	const openAiApi = await n8n.addCredential('openAiApi', 'Scripted model', {
		apiKey: 'none',
		url: model.url,
	});
	return { model, credentials: { openAiApi } };
}
