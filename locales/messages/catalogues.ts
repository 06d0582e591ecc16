/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { join } from 'node:path';
import { keyFor } from '../catalogue';
import { readCatalogues, SHARED, type Catalogues } from '../readCatalogues';
import type { Found } from './find';

/** The node or credential that a module belongs to. */
export function ownerOf(module: string): string {
	const [, name = SHARED] = /^(?:nodes|credentials)\/(WeChat\w+)/.exec(module) ?? [];
	return name === SHARED ? SHARED : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The same text in all catalogues that have it, where they agree. */
function agreed(catalogues: Catalogues, key: string): string | undefined {
	const texts = new Set(
		[...catalogues.values()].flatMap((catalogue) =>
			Object.hasOwn(catalogue, key) ? [catalogue[key]] : [],
		),
	);
	return texts.size === 1 ? [...texts][0] : undefined;
}

/** Finds the words for the texts of sources, in those for messages and in those for descriptions. */
export class Messages {
	/** Entries for messages that were asked for, as `catalogue: key`. */
	readonly used = new Set<string>();

	/** By what the screen says. */
	readonly descriptions: Catalogues;
	/** By what is said when something happens. */
	readonly messages: Catalogues;

	/** @param folder of the language; messages have one of their own in it */
	constructor(folder: string) {
		this.descriptions = readCatalogues(folder);
		this.messages = readCatalogues(join(folder, 'messages'));
	}

	/** The words for a text of a module; undefined when there are none. */
	wordsFor(module: string, { key, kind, parameter }: Found): string | undefined {
		const owner = ownerOf(module);
		const message = this.message(owner, key);
		// What a description says is put into the description, not into the source.
		if (kind === 'text' || message !== undefined) return message;
		return this.description(owner, key, parameter);
	}

	/** Whether a text of a module would stay English. */
	isMissing(module: string, found: Found): boolean {
		if (this.wordsFor(module, found) !== undefined) return false;
		const { key, kind } = found;
		if (kind === 'label') return !this.isAmbiguous(ownerOf(module), key);
		const isDescription = [...this.descriptions.values()].some((texts) =>
			Object.hasOwn(texts, key),
		);
		return kind === 'error' || !isDescription;
	}

	private message(owner: string, key: string): string | undefined {
		const name = [owner, SHARED].find((candidate) => {
			const catalogue = this.messages.get(candidate);
			return catalogue !== undefined && Object.hasOwn(catalogue, key);
		});
		if (name === undefined) return undefined;
		this.used.add(`${name}: ${key}`);
		return this.messages.get(name)?.[key];
	}

	/** Whether the Chinese of a name depends on the parameter. */
	private isAmbiguous(owner: string, key: string): boolean {
		return [owner, SHARED].some((name) =>
			Object.keys(this.descriptions.get(name) ?? {}).some((entry) =>
				entry.startsWith(keyFor(key, '')),
			),
		);
	}

	/**
	 * As the screen says it. A name that has other words for some parameters is put into a source only where the
	 * parameter is known.
	 */
	private description(owner: string, key: string, parameter: string): string | undefined {
		const exact = this.isAmbiguous(owner, key);
		const wanted = exact ? keyFor(key, parameter) : key;
		for (const name of [owner, SHARED]) {
			const found = this.descriptions.get(name)?.[wanted];
			if (found !== undefined) return found;
		}
		return exact ? undefined : agreed(this.descriptions, key);
	}
}
