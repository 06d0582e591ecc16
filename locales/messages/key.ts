import ts from 'typescript';
import type { TextNode } from './syntax';

/** What stands around a value and says nothing of it. */
const isWrapping = (
	node: ts.Expression,
): node is
	| ts.AwaitExpression
	| ts.ElementAccessExpression
	| ts.NonNullExpression
	| ts.ParenthesizedExpression =>
	ts.isNonNullExpression(node) ||
	ts.isParenthesizedExpression(node) ||
	ts.isElementAccessExpression(node) ||
	ts.isAwaitExpression(node);

/** Of a call: what a method is called of, or what a function is given. */
function subjectOf({ expression, arguments: given }: ts.CallExpression): ts.Expression {
	const isMethod = ts.isPropertyAccessExpression(expression);
	if (isMethod && !ts.isIdentifier(expression.expression)) return expression.expression;
	const [first] = given;
	if (first && !ts.isFunctionLike(first) && !ts.isStringLiteral(first)) return first;
	return isMethod ? expression.expression : expression;
}

/** What a value in a text is called, so that whoever translates knows what it is. */
function nameOf(node: ts.Expression): string {
	if (ts.isIdentifier(node)) return node.text;
	if (ts.isPropertyAccessExpression(node)) return node.name.text;
	if (ts.isConditionalExpression(node)) return nameOf(node.condition);
	if (ts.isBinaryExpression(node)) return nameOf(node.left);
	if (ts.isCallExpression(node)) return nameOf(subjectOf(node));
	return isWrapping(node) ? nameOf(node.expression) : 'value';
}

/** The values in a template, by the names that they have in the catalogue. */
export function valuesOf(template: ts.TemplateExpression): Map<string, ts.Expression> {
	const values = new Map<string, ts.Expression>();
	for (const { expression } of template.templateSpans) {
		const name = nameOf(expression);
		const isOther = (known?: ts.Expression) =>
			known !== undefined && known.getText() !== expression.getText();
		let free = name;
		for (let number = 2; isOther(values.get(free)); number += 1) free = `${name}${number}`;
		values.set(free, expression);
	}
	return values;
}

/** A text as the catalogue has it: with the names of its values in braces. */
export function keyOf(node: TextNode): string {
	if (!ts.isTemplateExpression(node)) return node.text;
	const values = valuesOf(node);
	const nameFor = (expression: ts.Expression): string =>
		[...values].find(([, value]) => value.getText() === expression.getText())?.[0] ?? '';
	return (
		node.head.text +
		node.templateSpans
			.map(({ expression, literal }) => `{${nameFor(expression)}}${literal.text}`)
			.join('')
	);
}
