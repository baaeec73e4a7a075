import type { ElementContent } from 'hast';
import { LINE_BREAK, type Run } from './count-lines';
import { hasClass } from './hast';
import type { Face } from './measure';

/** What inline markup inherits. */
export interface InlineSetting {
	face: Face;
	size: number;
	dir: 'ltr' | 'rtl';
}

const CODE_SIZE = 0.88;
const NOTE_SIZE = 0.68;
const CREDIT_SIZE = 0.9286;

/** Room beside the links to a note and back from it, in sizes of their letters. */
const PAD_OF_NUMBER = 0.31;
const PAD_OF_BACK = 0.8;

/** Text with its markup as runs of one face each. A block of code keeps its lines. */
export function runsOf(nodes: ElementContent[], setting: InlineSetting): Run[] {
	return nodes.flatMap((node): Run[] => {
		if (node.type === 'text') {
			const text =
				setting.face === 'code'
					? node.value.replace(/\n(?=.)/gs, LINE_BREAK).replace(/ (?= )/g, '\u00a0')
					: node.value;
			return [{ text, face: setting.face, size: setting.size }];
		}
		if (node.type !== 'element') return [];
		if (node.tagName === 'br') return [{ text: LINE_BREAK, face: setting.face, size: setting.size }];
		const runs = runsOf(node.children, within(node.tagName, setting, node));
		const pad = padOf(node, setting);
		const last = runs.at(-1);
		if (pad && last) last.pad = (last.pad ?? 0) + pad * last.size;
		return runs;
	});
}

function within(tagName: string, setting: InlineSetting, node: ElementContent): InlineSetting {
	const { face, size, dir } = setting;
	const sans = face === 'sans' || face === 'sans-bold';
	switch (tagName) {
		case 'strong':
		case 'b':
		case 'th':
			return { ...setting, face: sans ? 'sans-bold' : face === 'code' ? face : 'bold' };
		case 'em':
		case 'i':
			if (dir === 'rtl') return { ...setting, face: sans ? 'sans-bold' : 'bold' };
			if (face === 'text') return { ...setting, face: 'italic' };
			return face === 'italic' ? { ...setting, face: 'text' } : setting;
		case 'code':
			return face === 'code' ? setting : { ...setting, face: 'code', size: size * CODE_SIZE };
		case 'sup':
			return { ...setting, face: 'sans-bold', size: size * NOTE_SIZE };
		case 'span':
			return node.type === 'element' && hasClass(node, 'credit')
				? { ...setting, size: size * CREDIT_SIZE }
				: setting;
		default:
			return setting;
	}
}

function padOf(node: ElementContent, { face }: InlineSetting): number {
	if (node.type !== 'element' || node.tagName !== 'a') return 0;
	if (hasClass(node, 'back')) return PAD_OF_BACK;
	return hasClass(node, 'footnote') && face === 'sans-bold' ? PAD_OF_NUMBER : 0;
}
