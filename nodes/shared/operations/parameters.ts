import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import type { ParameterSource } from './fields';
import { filledIn } from './template';

/** Parameters as they are stored, by run: n8n copies the whole node each time it is asked for it. */
const storedByRun = new WeakMap<IExecuteFunctions, INodeParameters>();

function storedOf(ctx: IExecuteFunctions): INodeParameters {
	const known = storedByRun.get(ctx);
	if (known) return known;
	const { parameters } = ctx.getNode();
	storedByRun.set(ctx, parameters);
	return parameters;
}

/**
 * The parameters of an item. What n8n does not show has no value; it would throw without a fallback. Simple
 * templates are filled in here, everything else is evaluated by n8n.
 */
export function parametersOf(ctx: IExecuteFunctions, itemIndex: number): ParameterSource {
	return {
		get: (name, { extractValue = false } = {}) => {
			const stored = storedOf(ctx)[name];
			const { json } = ctx.getInputData()[itemIndex] ?? {};
			const value =
				typeof stored === 'string' && json && !extractValue ? filledIn(stored, json) : undefined;
			return (
				value ?? ctx.getNodeParameter(name, itemIndex, extractValue ? '' : null, { extractValue })
			);
		},
	};
}
