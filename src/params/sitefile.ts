/** Files that search engines look for. */
export function match(name: string): boolean {
	return name === 'sitemap.xml' || name === 'robots.txt';
}
