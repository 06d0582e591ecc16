import ts from 'typescript';
import { KEPT_CALLS, KEPT_MODULES, KEPT_PROPERTIES, KEPT_TEXTS, THROWN, TOLD_BY } from './kept';
import { keyOf } from './key';
import { declaredLabel, labelledFor, labelOf, type Labelled } from './labels';
import { calledName, isCall, isText, propertyName, type TextNode } from './syntax';

/** A text in a source that a person reads when the node runs. */
export interface Found {
	node: TextNode;
	/** By which the catalogue has it. */
	key: string;
	/**
	 * `error`: where one is made. `label`: the name of a field or a choice; the catalogue of descriptions has it. `text`:
	 * any other sentence, which may be part of a description as well.
	 */
	kind: 'error' | 'label' | 'text';
	/** The parameter that a name belongs to. */
	parameter: string;
}

/** Expressions, markup, headers, patterns of dates, and Chinese. */
const TECHNICAL =
	/\$parameter|type: "main"|charset=|form-data|filename=|^yyyy|^(?:GET|POST) |<\w+[ >]|[{;][\w-]+:|^[^A-Za-z'"[]*\p{Script=Han}/u;

/** A value between quotes, which are others in Chinese. */
const QUOTED = /['"]\{/;

const PLACE = /\{\w+\}/g;

/** Two words or more, one of them in small letters; or a word and the number of something. */
function isSentence(key: string): boolean {
	const bare = key.replace(PLACE, '…');
	if (!bare.includes(' ') || TECHNICAL.test(bare)) return false;
	const words = bare.match(/…|[A-Za-z'’-]+/g) ?? [];
	return (
		(words.length > 1 && words.some((word) => /^[a-z]{2,}$/.test(word))) ||
		/^[A-Z][a-z]+ …$/.test(bare)
	);
}

/** A choice of words within a text: `${isOne ? 'A picture' : 'Pictures'}`. */
function isChoiceOfWords(node: ts.Node, key: string): boolean {
	let child = node;
	let { parent } = node;
	while (
		ts.isParenthesizedExpression(parent) ||
		(ts.isConditionalExpression(parent) && parent.condition !== child)
	) {
		child = parent;
		({ parent } = parent);
	}
	return child !== node && ts.isTemplateSpan(parent) && /[A-Za-z]{2,}/.test(key.replace(PLACE, ''));
}

/** Where errors are made: a word alone, a value between quotes, what stands between the entries of a list. */
function isTold({ parent }: ts.Node, key: string): boolean {
	const isBetween = ts.isCallExpression(parent) && calledName(parent) === 'join';
	if (isBetween) return /^[,;] $/.test(key);
	return /^[A-Z][a-z]+(?:\.$|$| )/.test(key) || QUOTED.test(key);
}

/** Whether what stands below a node is no message, in a place where errors are made or elsewhere. */
function isKept(node: ts.Node, isThrown: boolean): boolean {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
		return true;
	if (isCall(node)) return KEPT_CALLS.has(calledName(node));
	return !isThrown && KEPT_PROPERTIES.has(propertyName(node));
}

/** The parameter that something is declared for. */
function parameterOf(node: ts.Node): string {
	for (let { parent } = node; !ts.isSourceFile(parent); { parent } = parent) {
		const name = propertyName(parent);
		if (name !== '' && name !== 'name' && name !== 'displayName')
			return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
	}
	return '';
}

/** A template with a name in it is a text of its own; what begins with a small letter is no name. */
const isName = (node: ts.Expression): node is TextNode =>
	isText(node) && /^(?:'?[A-Z]|\{\w+\} [A-Z])/.test(keyOf(node)) && !KEPT_TEXTS.has(keyOf(node));

/**
 * All texts of a module that a person reads when the node runs, in the order in which they stand; one within
 * another comes behind it.
 *
 * @param module path from the root of the package
 * @param all functions that take the name of a field, of all modules
 */
export function messagesOf(module: string, source: ts.SourceFile, all: Labelled): Found[] {
	if (KEPT_MODULES.some((pattern) => pattern.test(module))) return [];
	const labelled = labelledFor(source, all);
	const found: Found[] = [];
	const labels = new Set<ts.Node>();
	const addLabel = (node: ts.Expression | undefined): void => {
		if (!node || !isName(node)) return;
		labels.add(node);
		found.push({ node, key: keyOf(node), kind: 'label', parameter: parameterOf(node) });
	};
	const visit = (node: ts.Node, isThrown: boolean): void => {
		addLabel(labelOf(node, labelled) ?? declaredLabel(node));
		if (isKept(node, isThrown)) return;
		if (isText(node) && !labels.has(node)) {
			const key = keyOf(node);
			const isMessage =
				isSentence(key) || isChoiceOfWords(node, key) || (isThrown && isTold(node, key));
			if (isMessage && !KEPT_TEXTS.has(key))
				found.push({ node, key, kind: isThrown ? 'error' : 'text', parameter: '' });
		}
		const isError =
			(isCall(node) && THROWN.has(calledName(node))) ||
			(ts.isVariableDeclaration(node) && TOLD_BY.has(node.name.getText()));
		ts.forEachChild(node, (child) => visit(child, isThrown || isError));
	};
	visit(source, false);
	return found.sort((a, b) => a.node.pos - b.node.pos || b.node.end - a.node.end);
}
