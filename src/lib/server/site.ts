/**
 * The address the site is published at, with a slash at its end; `null` while `DATELINE_URL` is not set.
 *
 * @throws with what to write instead, if it is no address of a site
 */
export function siteUrl(value = process.env.DATELINE_URL): string | null {
	const text = value?.trim();
	if (!text) return null;
	const reason = whyNot(text);
	if (reason)
		throw new Error(
			`DATELINE_URL ${reason} — saw "${text}". It is the address at which the site will be published, as share images and ` +
				'search engines need it. Write it whole: DATELINE_URL=https://news.example/maps/',
		);
	const { origin, pathname } = new URL(text);
	return origin + pathname.replace(/\/*$/, '/');
}

function whyNot(text: string): string | null {
	if (!URL.canParse(text) || !/^https?:\/\//i.test(text))
		return 'must begin with https:// (or http://) and a host';
	const { search, hash, username, password } = new URL(text);
	if (search || hash) return 'must end with a folder, without "?" and "#"';
	if (username || password) return 'must not contain a name or password';
	return null;
}

/** The path of the front page on its host: `/maps/`. */
export function sitePath(): string {
	const url = siteUrl();
	return url ? new URL(url).pathname : '/';
}
