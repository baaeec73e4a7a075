import type { At } from '../draft';
import { error, list, quote, warning } from './tell';

/** Of the text and what stands in it. */
export const ofText = {
	commentUnclosed: (at: At) =>
		error(
			at,
			'comment-unclosed',
			'This comment is never closed, so the rest of the text is part of it.',
			'Close it with "-->".',
		),
	fenceUnclosed: (at: At, fence: string) =>
		error(
			at,
			'fence-unclosed',
			`The block that begins with ${quote(fence)} is never closed.`,
			`Write ${quote(/^[`~]+/.exec(fence)?.[0] ?? '```')} on a line of its own where it ends.`,
		),
	fenceUnknown: (at: At, received: string, near: string | undefined) =>
		error(
			at,
			'fence-unknown',
			`No block is called ${quote(received)}.`,
			near
				? `Did you mean ${quote(`\`\`\`${near}`)}?`
				: 'Write "```map" for a map, and "```" or "```text" for text that is shown as it is typed.',
		),
	footnoteMissing: (at: At, label: string, near: string | undefined) =>
		error(
			at,
			'footnote-missing',
			`No footnote is called ${quote(`[^${label}]`)}.`,
			near
				? `Did you mean ${quote(`[^${near}]`)}?`
				: `Write it on a line of its own, anywhere in this file: ${quote(`[^${label}]: …`)}.`,
		),
	footnoteTwice: (at: At, label: string, firstLine: number) =>
		error(
			at,
			'footnote-twice',
			`The footnote ${quote(`[^${label}]`)} is written twice, first in line ${firstLine}.`,
			'Keep one of them, or give this one another name.',
		),
	footnoteUnused: (at: At, label: string) =>
		warning(
			at,
			'footnote-unused',
			`Nothing in the text leads to the footnote ${quote(`[^${label}]`)}, so it is not shown.`,
			`Write ${quote(`[^${label}]`)} where it belongs, or take it out.`,
		),
	headingEmpty: (at: At) =>
		error(
			at,
			'heading-empty',
			'This step has a heading without words.',
			'Name the step: its name stands in the progress rail and in its address.',
		),
	headingLevel: (at: At) =>
		error(
			at,
			'heading-level',
			'A heading with one "#" is the title of the page.',
			'Put the title into the front matter, and write "##" for a step.',
		),
	hiddenWithText: (at: At) =>
		warning(
			at,
			'hidden-with-text',
			'This step is hidden, so nobody sees its text or its dateline.',
			'Take out "hidden: true", or the text, "when" and "dateline".',
		),
	htmlUnsupported: (at: At, received: string) =>
		error(
			at,
			'html-unsupported',
			`HTML such as ${quote(received)} is not taken over.`,
			'Write Markdown instead; only comments may stand between "<" and ">".',
		),
	imageAlt: (at: At, file: string) =>
		error(
			at,
			'image-alt',
			`The image ${quote(file)} has no words for those who cannot see it.`,
			`Say in a sentence what it shows: ${quote(`![A ship in the harbour](${file})`)}.`,
		),
	imageBroken: (at: At, file: string, why: string) =>
		error(
			at,
			'image-broken',
			`${quote(file)} cannot be read as an image: ${why}.`,
			'Export it again, and see whether it opens in another program.',
		),
	imageFormat: (at: At, file: string, format: string, why: string) =>
		error(
			at,
			'image-format',
			`${quote(file)} is ${format}, ${why}.`,
			'Save it as JPEG, PNG or WebP, 1200 pixels wide or wider.',
		),
	imageInline: (at: At, file: string) =>
		error(
			at,
			'image-inline',
			`The image ${quote(file)} stands in the midst of other things.`,
			'Put it in a paragraph of its own, with an empty line before and after and no link around it; several in one paragraph stand side by side.',
		),
	imageLarge: (at: At, file: string, megabytes: number, most: number) =>
		error(
			at,
			'image-large',
			`${quote(file)} has ${megabytes} MB; ${most} MB are the most.`,
			'Save it 2400 pixels wide: readers never get more than 1200.',
		),
	imageMissing: (at: At, file: string, near: string | undefined, others: string[]) =>
		error(
			at,
			'image-missing',
			`There is no image ${quote(file)} beside this file.`,
			near
				? `Did you mean ${quote(near)}?`
				: others.length
					? `There is ${list(others)}.`
					: 'Put it into the folder of the story.',
		),
	imageRemote: (at: At, received: string) =>
		error(
			at,
			'image-remote',
			`The image ${quote(received)} does not lie in the folder of the story.`,
			'Save it beside this file, if its licence allows, and write its name: an image from another site would tell that site who reads this page.',
		),
	/** @param near a step's id, without the sign */
	linkDead: (at: At, received: string, near: string | undefined, ids: string[]) =>
		error(
			at,
			'link-dead',
			`Nothing on this page has the address ${quote(received)}.`,
			near ? `Did you mean ${quote(`#${near}`)}?` : `There is ${list(ids.map((id) => `#${id}`))}.`,
		),
	linkRoot: (at: At, received: string) =>
		warning(
			at,
			'link-root',
			`${quote(received)} begins at the root of the host, and leads nowhere where the site is published below a path.`,
			`Write ${quote(`../..${received}`)}.`,
		),
	linkSpaced: (at: At, received: string, better: string) =>
		error(
			at,
			'link-spaced',
			`${quote(received)} is shown as it is typed: Markdown ends an address at a space.`,
			`Put the address in "<" and ">": ${quote(better)}.`,
		),
	linkUnsafe: (at: At, received: string) =>
		error(
			at,
			'link-unsafe',
			`A link to ${quote(received)} is not taken over.`,
			'Links begin with https:, http:, mailto: or place:, or lead to "#step" or a page of this site.',
		),
	noteUnread: (at: At, received: string) =>
		warning(
			at,
			'note-unread',
			`A comment that begins with ${quote(received)} is no note for the presenter, and is dropped.`,
			'Write "<!-- note: … -->".',
		),
	stepsMissing: (at: At) =>
		error(at, 'steps-missing', 'The story has no steps.', 'Begin each step with a heading: "## Berlin".'),
};
