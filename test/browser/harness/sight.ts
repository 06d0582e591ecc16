import type { Page } from 'playwright-core';

/** What is wider than the window: by how much one has to scroll sideways, and what the first such elements are. */
export async function sidewaysOn(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = Array.from(document.querySelectorAll('body *'))
			.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
			.slice(0, 5)
			.map((element) => element.outerHTML.slice(0, 120));
		return [`${scrollWidth} pixels in a window of ${clientWidth}`, ...wide];
	});
}

/** Whether letters are dark, as on paper, or light, as at night. */
export async function inkOn(page: Page): Promise<'dark' | 'light'> {
	return await page.evaluate(() => {
		const [red = 0, green = 0, blue = 0] =
			getComputedStyle(document.body)
				.color.match(/[\d.]+/g)
				?.map(Number) ?? [];
		return red + green + blue > 3 * 128 ? 'light' : 'dark';
	});
}
