/**
 * A value as it is written within an expression. n8n reads an expression up to the first two closing brackets in a row:
 * with those of nested objects the editor would show a node without outputs.
 */
export const literal = (value: object): string => JSON.stringify(value).replaceAll('}}', '} }');
