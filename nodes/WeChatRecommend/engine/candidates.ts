import { daysBefore, decay } from './history';
import type { Model } from './model';
import { tagKey } from './tags';
import type { CatalogueItem, Person, Settings } from './types';

/** Items that anybody can get at a moment, and how fresh they are. */
export interface Shelf {
	/** Positions in the catalogue. */
	items: number[];
	/** By position. */
	fresh: Float64Array;
}

function isOnOffer({ publishedAt, validFrom, validTo }: CatalogueItem, now: number): boolean {
	return (
		(publishedAt === undefined || publishedAt <= now) &&
		(validFrom === undefined || validFrom <= now) &&
		(validTo === undefined || now < validTo)
	);
}

/** What is on offer now. The same for everybody, so it is read once. */
export function shelfAt({ catalogue }: Model, now: number, freshHalfLife: number): Shelf {
	const items = [...catalogue.keys()].filter((position) => {
		const item = catalogue[position];
		return item !== undefined && isOnOffer(item, now);
	});
	const fresh = Float64Array.from(catalogue, ({ publishedAt }) =>
		publishedAt === undefined ? 0 : decay(now - publishedAt, freshHalfLife),
	);
	return { items, fresh };
}

/** Positions that this person must not get: named, refused, known, or shown too short a time ago. */
export function barredFor(model: Model, person: Person, settings: Settings): Set<number> {
	const barred = new Set<number>();
	const since = daysBefore(settings.now, settings.noRepeatDays);
	for (const { item, at, strength } of model.touches.get(person.openId) ?? []) {
		if (at > settings.now) continue;
		const isRecent = settings.noRepeatDays > 0 && at > since;
		const isKnown = strength > 0 && !settings.repeatKnown;
		if (isRecent || isKnown || strength < 0) barred.add(item);
	}
	if (person.exclude.length > 0) {
		const excluded = new Set(person.exclude);
		model.catalogue.forEach(({ itemId }, position) => {
			if (excluded.has(itemId)) barred.add(position);
		});
	}
	return barred;
}

/** Whether an item is meant for a person: one of its audience is a tag or group of theirs. */
export function isMeantFor({ audience }: CatalogueItem, belongings: Set<string>): boolean {
	return audience.length === 0 || audience.some((name) => belongings.has(tagKey(name)));
}

export function belongingsOf({ tags, groups }: Person): Set<string> {
	return new Set([...tags, ...groups].map(tagKey));
}
