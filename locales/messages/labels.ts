import ts from 'typescript';
import { calledName, isCall } from './syntax';

/*
 * Names of fields that a message repeats: they are arguments of functions whose parameter is called so. A name has
 * its Chinese in the catalogue of descriptions, so that a message says what the screen says.
 */

/** Parameters by which a function takes the name of a field. */
const PARAMETERS = new Set(['displayName', 'label']);

/** Places of such parameters, by the names of functions. */
export type Labelled = ReadonlyMap<string, number>;

type Parameters = ts.NodeArray<ts.ParameterDeclaration>;

const placeIn = (parameters: Parameters): number =>
	parameters.findIndex(({ name }) => ts.isIdentifier(name) && PARAMETERS.has(name.text));

/** A function with a name, and its parameters. */
function declared(node: ts.Node): [name: string, parameters: Parameters] | undefined {
	if (ts.isFunctionDeclaration(node) && node.name) return [node.name.text, node.parameters];
	if (
		ts.isVariableDeclaration(node) &&
		ts.isIdentifier(node.name) &&
		node.initializer &&
		ts.isArrowFunction(node.initializer)
	) {
		return [node.name.text, node.initializer.parameters];
	}
	return undefined;
}

/** The functions of a module that take the name of a field. */
export function labelledIn(source: ts.SourceFile): Map<string, number> {
	const found = new Map<string, number>();
	const visit = (node: ts.Node): void => {
		const [name, parameters] = declared(node) ?? [];
		if (name && parameters && placeIn(parameters) >= 0) found.set(name, placeIn(parameters));
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** Names that a module has from others. */
function importedNames(source: ts.SourceFile): Set<string> {
	const names = source.statements.flatMap((statement) => {
		const bindings = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
		return bindings && ts.isNamedImports(bindings)
			? bindings.elements.map(({ name }) => name.text)
			: [];
	});
	return new Set(names);
}

/** The functions that a module may call by their names. @param all of all modules */
export function labelledFor(source: ts.SourceFile, all: Labelled): Labelled {
	const imported = importedNames(source);
	return new Map([...[...all].filter(([name]) => imported.has(name)), ...labelledIn(source)]);
}

/** The name of a field that a call is given. */
export function labelOf(node: ts.Node, labelled: Labelled): ts.Expression | undefined {
	if (!isCall(node) || !ts.isIdentifier(node.expression)) return undefined;
	const place = labelled.get(calledName(node));
	return place === undefined ? undefined : node.arguments?.[place];
}

const nameOf = ({ name }: ts.PropertyAssignment | ts.VariableDeclaration): string =>
	ts.isIdentifier(name) ? name.text : '';

/** Whether a property is one of the table of this name. */
const isIn = ({ parent: { parent } }: ts.PropertyAssignment, name: string): boolean =>
	ts.isVariableDeclaration(parent) && nameOf(parent) === name;

/** The name of a field or of a choice where it is declared. */
export function declaredLabel(node: ts.Node): ts.Expression | undefined {
	if (ts.isVariableDeclaration(node))
		return nameOf(node) === 'LABEL' ? node.initializer : undefined;
	if (ts.isParameter(node)) {
		const isName = ts.isIdentifier(node.name) && PARAMETERS.has(node.name.text);
		return isName ? node.initializer : undefined;
	}
	if (!ts.isPropertyAssignment(node)) return undefined;
	if (isIn(node, 'LABELS')) return node.initializer;
	const isChoice =
		nameOf(node) === 'name' &&
		node.parent.properties.some(
			(other) => other.name && ts.isIdentifier(other.name) && other.name.text === 'value',
		);
	return PARAMETERS.has(nameOf(node)) || isChoice ? node.initializer : undefined;
}
