import { operationsOnRows } from './index';

const names = JSON.stringify(operationsOnRows.map(({ option }) => option.value));

/** Operations on rows of one's own store get more of them by a second input. */
export const METRICS_INPUTS: `={{${string}}}` = `={{ ["main"].concat(${names}.includes($parameter["operation"]) ? [{ type: "main", displayName: "More Rows", required: false }] : []) }}`;
