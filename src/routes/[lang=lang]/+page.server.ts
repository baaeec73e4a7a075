import { error } from '@sveltejs/kit';
import { frontLanguages, frontPage } from '#lib/server/front.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => frontLanguages().map((lang) => ({ lang }));

export const load: PageServerLoad = ({ params }) => {
	if (!frontLanguages().includes(params.lang)) error(404, `There is no front page in "${params.lang}".`);
	return frontPage(params.lang);
};
