/** An entry of a menu as WeChat keeps it. */
interface Button {
	type?: unknown;
	key?: unknown;
	sub_button?: unknown;
}

const isList = (value: unknown): value is Button[] => Array.isArray(value);

/** What the buttons of a menu send that start a flow. */
export function menuKeys(buttons: unknown): string[] {
	if (!isList(buttons)) return [];
	return buttons.flatMap(({ type, key, sub_button: below }) => [
		...(type === 'click' ? [String(key)] : []),
		...menuKeys(below),
	]);
}
