import type { CanvasNode } from './nodes';
import { both, type Words } from './words';

/* An AI agent, and what it uses. */

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

const MOST_STEPS = 5;
/** Milliseconds that a model may take. */
const TIMEOUT = 30_000;
const MOST_TOKENS = 500;

/**
 * An agent that tells what its tools have told it. What it cannot do leaves by `Error`.
 *
 * @param prompt what it is asked
 * @param instructions who it is and what it may say
 */
export const agent = (name: Words, prompt: string, instructions: Words): CanvasNode => ({
	name,
	type: `${LANGCHAIN}.agent`,
	typeVersion: 3.1,
	parameters: {
		promptType: 'define',
		text: prompt,
		options: {
			systemMessage: instructions,
			maxIterations: MOST_STEPS,
			returnIntermediateSteps: true,
			enableStreaming: false,
		},
	},
	outputs: ['Answer', 'Error'],
	...{ onError: 'continueErrorOutput' },
});

/** A language model of any service that speaks as OpenAI does. */
export const chatModel = (name: Words, model: string): CanvasNode => ({
	name,
	type: `${LANGCHAIN}.lmChatOpenAi`,
	typeVersion: 1.2,
	parameters: {
		model: { __rl: true, mode: 'id', value: model },
		options: { temperature: 0.2, maxTokens: MOST_TOKENS, timeout: TIMEOUT, maxRetries: 1 },
	},
	outputs: ['Model'],
	credentials: { openAiApi: { name: both('大模型', 'Language model') } },
	connects: 'ai_languageModel',
});

/**
 * A node of this package as the tool of an agent. A model knows it by the Latin letters of its name, so there have to be
 * some.
 *
 * @param description tells the model when to use it
 */
export const asTool = (node: CanvasNode, description: Words): CanvasNode => ({
	...node,
	type: `${node.type}Tool`,
	parameters: {
		descriptionType: 'manual',
		toolDescription: description,
		...node.parameters,
	},
	connects: 'ai_tool',
});
