import ts from 'typescript';

/** A text as it stands in a source. */
export type TextNode = ts.NoSubstitutionTemplateLiteral | ts.StringLiteral | ts.TemplateExpression;

export const isText = (node: ts.Node): node is TextNode =>
	ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

type Call = ts.CallExpression | ts.NewExpression;

export const isCall = (node: ts.Node): node is Call =>
	ts.isCallExpression(node) || ts.isNewExpression(node);

/** What is called, by its last name. */
export function calledName({ expression }: Call): string {
	if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
	return ts.isIdentifier(expression) ? expression.text : '';
}

/** The name of the property that a node gives a value to. */
export const propertyName = (node: ts.Node): string =>
	ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name))
		? node.name.text
		: '';
