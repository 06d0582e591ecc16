import { startModel, type ScriptedModel, type Turn } from '../lib/model';
import type { N8n } from '../lib/n8n';

type Json = Record<string, unknown>;

const ANSWER = '第一次来就看看入门套装，送人选礼盒最省心。';

interface Said {
	role: string;
}

interface Tool {
	function: { name: string };
}

/** It looks into the library, whatever the question is, and then says what stands there. */
function turnOf({ messages, tools }: Json): Turn {
	if ((messages as Said[]).at(-1)?.role === 'tool') return { text: ANSWER };
	const facts = (tools as Tool[]).find(({ function: { name } }) => /facts/.test(name));
	return facts
		? { tool: facts.function.name, input: { question: '入门套装 礼盒' } }
		: { text: '转人工' };
}

/** A model that always has an answer, with its credential in n8n. */
export async function startAssistant(
	n8n: N8n,
): Promise<{ model: ScriptedModel; credentials: { openAiApi: string } }> {
	const model = await startModel(turnOf);
	const openAiApi = await n8n.addCredential('openAiApi', 'Scripted model', {
		apiKey: 'none',
		url: model.url,
	});
	return { model, credentials: { openAiApi } };
}
