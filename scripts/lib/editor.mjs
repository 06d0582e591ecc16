import { indexed, palettePng } from './palettePng.mjs';

/** Most pixels that a picture is wide; a small workflow is shown at its own size. */
export const WIDTH = 1_280;
/** What the editor shows beside the canvas, and the edge it leaves around a workflow. */
const CHROME = 320;
const MARGIN = 16;
const COLOURS = 96;
/** Window in which a file is imported. */
export const HEIGHT = 1_000;

/** Buttons, notices and the dotted background: they say nothing about a workflow. */
const HIDDEN = `
	[data-test-id=canvas-background], [data-test-id=canvas-minimap], [data-test-id=canvas-controls],
	[data-test-id=canvas-wrapper] > :not(:has([data-test-id=canvas]), [data-test-id=canvas]), .vue-flow__panel, .el-notification
	{ display: none !important; }
`;

/** The extent of a workflow on its canvas. */
function extentOf(nodes) {
	const boxes = nodes.map(({ position: [x, y], parameters }) => ({
		left: x,
		top: y,
		right: x + Number(parameters.width ?? 100),
		bottom: y + Number(parameters.height ?? 100),
	}));
	const span = (low, high) =>
		Math.max(...boxes.map((box) => box[high])) - Math.min(...boxes.map((box) => box[low]));
	return { width: span('left', 'right'), height: span('top', 'bottom') };
}

/** What n8n finds wrong with nodes, by their names: what it tells when the mouse is over the mark. */
export async function issuesOn(page) {
	const marked = page.locator('[data-test-id=canvas-node]:has([data-test-id=node-issues])');
	const found = [];
	for (const node of await marked.all()) {
		await node.getByTestId('node-issues').hover();
		const [told = ''] = await page.locator('[role=tooltip]:visible').allInnerTexts();
		found.push(`${await node.getAttribute('data-node-name')}: ${told.replaceAll('\n', ' ')}`);
	}
	return found;
}

/** Names of nodes with something that has a test ID. */
export async function nodesWith(page, testId) {
	return await page
		.locator(`[data-test-id=canvas-node]:has([data-test-id=${testId}])`)
		.evaluateAll((nodes) => nodes.map(({ dataset }) => dataset.nodeName));
}

/** How many connections are drawn. */
export const edgesOn = async (page) => await page.locator('.vue-flow__edge').count();

/** Where the workflow lies in the window, once it fits. */
async function fitted(page, size) {
	await page.setViewportSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) });
	await page.getByTestId('zoom-to-fit').click();
	// The canvas glides to its place.
	await new Promise((resolve) => setTimeout(resolve, 1_000));
	// With the names below the nodes, and what stands at their outputs.
	return await page
		.locator('[data-test-id=canvas-node], [data-test-id=canvas-node] *, [data-test-id=sticky]')
		.evaluateAll((elements) => {
			const boxes = elements
				.map((element) => element.getBoundingClientRect())
				.filter(({ width, height }) => width > 0 && height > 0);
			const [x, y] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
			const [right, bottom] = ['right', 'bottom'].map((side) =>
				Math.max(...boxes.map((box) => box[side])),
			);
			return { x, y, width: right - x, height: bottom - y };
		});
}

/** Shows a workflow in full and gives its picture, a PNG. */
export async function pictureOf(page, address, { nodes }) {
	const { width, height } = extentOf(nodes);
	const size = { width: WIDTH + CHROME, height: (WIDTH * height) / width + CHROME };
	await page.goto(address);
	await page.locator('[data-test-id=canvas-node]').nth(0).waitFor();
	const first = await fitted(page, size);
	// The editor leaves an edge; a larger window makes up for it.
	const scale = (WIDTH - 2 * MARGIN) / first.width;
	const box = await fitted(page, { width: size.width * scale, height: size.height * scale });
	const style = await page.addStyleTag({ content: HIDDEN });
	const png = await page.screenshot({
		clip: {
			x: Math.max(0, box.x - MARGIN),
			y: Math.max(0, box.y - MARGIN),
			width: box.width + 2 * MARGIN,
			height: box.height + 2 * MARGIN,
		},
	});
	await style.evaluate((element) => element.remove());
	const picture = await page.evaluate(indexed, {
		address: `data:image/png;base64,${png.toString('base64')}`,
		most: COLOURS,
	});
	return palettePng({ ...picture, pixels: Buffer.from(picture.pixels, 'base64') });
}
