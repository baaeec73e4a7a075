import { frontLanguages } from './front';
import { siteUrl } from './site';
import { allStories } from './stories';

/** Files for search engines, which need absolute addresses: none while the site's address is not known. */
export function siteFiles(): Record<string, string> {
	const site = siteUrl();
	if (!site) return {};
	const pages = [
		...frontLanguages().map((lang) => ({ path: `${lang}/`, changed: undefined })),
		...allStories().map(({ story: { lang, slug, date, updated } }) => ({
			path: `${lang}/${slug}/`,
			changed: updated ?? date,
		})),
	];
	const files = { 'sitemap.xml': sitemap(site, pages) };
	// Hosts are asked for robots.txt at their root only.
	if (new URL(site).pathname !== '/') return files;
	return { ...files, 'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${site}sitemap.xml\n` };
}

/** @param pages paths below the site's address, with the ISO date of their last change */
export function sitemap(site: string, pages: { path: string; changed?: string }[]): string {
	const urls = pages.map(({ path, changed }) => {
		const modified = changed ? `<lastmod>${changed}</lastmod>` : '';
		return `\t<url><loc>${new URL(path, site).href.replaceAll('&', '&amp;')}</loc>${modified}</url>\n`;
	});
	return (
		'<?xml version="1.0" encoding="UTF-8"?>\n' +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
	);
}
