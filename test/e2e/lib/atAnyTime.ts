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

const changed = (
	file: WorkflowFile,
	ending: string,
	change: (parameters: Json) => Json,
): WorkflowFile => ({
	...file,
	nodes: file.nodes.map((node) =>
		node.type.endsWith(ending)
			? { ...node, parameters: change((node.parameters ?? {}) as Json) }
			: node,
	),
});

/** The workflow with schedules that a test keeps, but for those that look every few minutes. */
export const withoutHours = (file: WorkflowFile): WorkflowFile =>
	changed(file, '.scheduleTrigger', withoutHour);

/** The workflow as it is at any time: tests choose the hour and move the platform's clock, and not n8n's. */
export const atAnyTime = (file: WorkflowFile): WorkflowFile =>
	changed(withoutHours(file), '.weChatOfficialAccountTrigger', takingAnyTime);
