import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Source } from '#lib/story/index.ts';
import { element, text } from './hast';

/** The sources as a list: title, linked where there is an address, and publisher. */
export function sourcesHtml(sources: Source[]): string {
	return toHtml(element('ul', { className: ['sources'] }, sources.map(itemOf)));
}

function itemOf({ title, url, publisher }: Source): ElementContent {
	const isAddress = url !== undefined && /^https?:\/\//i.test(url);
	const linked = isAddress ? element('a', { href: url, rel: ['noreferrer'] }, [text(title)]) : text(title);
	const by = publisher ? [text(' '), element('span', { className: ['publisher'] }, [text(publisher)])] : [];
	return element('li', {}, [linked, ...by]);
}
