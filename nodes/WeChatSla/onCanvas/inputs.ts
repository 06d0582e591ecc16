import { operationsOnRows } from '../operations';

const names = JSON.stringify(operationsOnRows.map(({ option }) => option.value));

/** Operations on rows of one's own store get those they know by a second input. */
export const SLA_INPUTS: `={{${string}}}` = `={{ ["main"].concat(${names}.includes($parameter["operation"]) ? [{ type: "main", displayName: "Stored Rows", required: false }] : []) }}`;
