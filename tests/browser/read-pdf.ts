import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** What a reader, or a reading voice, finds in a PDF. */
export interface Pdf {
	title: string;
	lang: string;
	tagged: boolean;
	/** Headings of the outline, all levels. */
	outline: string[];
	pages: PdfPage[];
}

export interface PdfPage {
	/** In points. */
	width: number;
	height: number;
	/** All text, as it was written, without space between words: where a line ends is nothing to compare. */
	text: string;
	/** The same in the order in which it is read aloud, without what is drawn in pictures or stands in the margin. */
	told: string;
	/** Pieces of text where they stand, in no order. */
	lines: PdfLine[];
	/** Words for the pictures. */
	figures: string[];
	/** How many numbers tell the course of its lines and areas: several thousand for a map, hardly any for rules. */
	drawn: number;
	/** Colours of areas and letters, `#rrggbb`. */
	colours: Set<string>;
}

export interface PdfLine {
	text: string;
	/** In points from the left and from the top. */
	x: number;
	y: number;
}

interface Node {
	role?: string;
	/** Of text, in the page's content. */
	id?: string;
	alt?: string;
	children?: Node[];
}

interface OutlineItem {
	title: string;
	items: OutlineItem[];
}

/** Node 20 lacks what the reader of PDFs asks for. */
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: () => ArrayBuffer };
buffers.transferToFixedLength ??= function (this: ArrayBuffer) {
	return structuredClone(this, { transfer: [this] });
};

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
	const file = await getDocumentProxy(Uint8Array.from(bytes));
	const { info } = (await file.getMetadata()) as { info: { Title?: string; Language?: string } };
	const pages: PdfPage[] = [];
	for (let number = 1; number <= file.numPages; number++)
		pages.push(await readPage(await file.getPage(number)));
	return {
		title: info.Title ?? '',
		lang: info.Language ?? '',
		tagged: (await file.getMarkInfo())?.Marked ?? false,
		outline: titles(((await file.getOutline()) ?? []) as OutlineItem[]),
		pages,
	};
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
	const { width, height } = page.getViewport({ scale: 1 });
	const { items } = await page.getTextContent();
	const written = items.flatMap((item) =>
		'str' in item && item.str.trim()
			? [{ text: item.str, x: item.transform[4] as number, y: height - (item.transform[5] as number) }]
			: [],
	);
	const tree = (await page.getStructTree()) as Node | null;
	const { OPS } = await getResolvedPDFJS();
	const { fnArray, argsArray } = await page.getOperatorList();
	return {
		width: Math.round(width),
		height: Math.round(height),
		text: packed(written.map(({ text }) => text).join('')),
		told: packed(told(tree, await marked(page))),
		lines: written,
		figures: figures(tree),
		drawn: argsArray
			.filter((_, at) => fnArray[at] === OPS.constructPath)
			.reduce((sum: number, [, path]) => sum + ((path as ArrayLike<number>[])[0]?.length ?? 0), 0),
		colours: new Set(
			argsArray.flatMap((args, at) => (fnArray[at] === OPS.setFillRGBColor ? [String(args[0])] : [])),
		),
	};
}

/** Text without space, as {@link PdfPage.text} has it. */
export function packed(text: string): string {
	return text.replace(/[\s\u00ad]+/g, '');
}

function titles(items: OutlineItem[]): string[] {
	return items.flatMap(({ title, items: below }) => [title, ...titles(below)]);
}

function figures(node: Node | null): string[] {
	if (!node) return [];
	const own = node.role === 'Figure' && node.alt ? [node.alt] : [];
	return [...own, ...(node.children ?? []).flatMap(figures)];
}

function told(node: Node | null, texts: Map<string, string>): string {
	if (!node || (node.role === 'Figure' && node.alt)) return '';
	const own = node.id === undefined ? '' : (texts.get(node.id) ?? '');
	return own + (node.children ?? []).map((child) => told(child, texts)).join('');
}

/** The text of a page by the marks that its tags refer to. */
async function marked(page: Page): Promise<Map<string, string>> {
	const { items } = await page.getTextContent({ includeMarkedContent: true });
	const texts = new Map<string, string>();
	const open: (string | undefined)[] = [];
	for (const item of items) {
		if (!('str' in item)) {
			if (item.type === 'endMarkedContent') open.pop();
			else open.push(item.id);
			continue;
		}
		const id = open.findLast((mark) => mark !== undefined);
		if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
	}
	return texts;
}
