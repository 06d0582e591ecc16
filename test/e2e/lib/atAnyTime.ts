type Json = Record<string, unknown>;

interface WorkflowNode extends Json {
	name: string;
	type: string;
	webhookId?: string;
}

export interface WorkflowFile extends Json {
	name: string;
	nodes: WorkflowNode[];
}

const HALF_A_YEAR_MS = 183 * 86_400_000;

/** Parameters of a trigger that takes messages of any time. */
function takingAnyTime(parameters: Json): Json {
	const options = { ...(parameters.options as Json | undefined), timestampTolerance: 0 };
	return { ...parameters, options };
}

/** Parameters of a schedule; one that names an hour or a day comes half a year from now. */
function withoutHour(parameters: Json): Json {
	const { interval } = parameters.rule as { interval: Array<{ field: string }> };
	if (interval.every(({ field }) => field === 'minutes')) return parameters;
	const day = new Date(Date.now() + HALF_A_YEAR_MS);
	const expression = `0 0 ${day.getUTCDate()} ${day.getUTCMonth() + 1} *`;
	return { rule: { interval: [{ field: 'cronExpression', expression }] } };
}

/** The workflow as it is at any time: tests choose the hour and move the platform's clock, and not n8n's. */
export function atAnyTime(file: WorkflowFile): WorkflowFile {
	const nodes = file.nodes.map((node) => {
		const parameters = (node.parameters ?? {}) as Json;
		if (node.type.endsWith('.weChatOfficialAccountTrigger')) {
			return { ...node, parameters: takingAnyTime(parameters) };
		}
		if (node.type.endsWith('.scheduleTrigger')) {
			return { ...node, parameters: withoutHour(parameters) };
		}
		return node;
	});
	return { ...file, nodes };
}
