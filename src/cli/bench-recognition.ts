import { measure, type Listed, type Measurement, type NewsFigures } from '../../tests/gazetteer/measure';
import type { PositionOf, Share } from '../../tests/gazetteer/score';
import type { Find, Recognise } from '../../tests/gazetteer/score-sets';

/**
 * Prints how well gazetteer and recogniser do on the sets of `tests/gazetteer`, and gives the figures.
 *
 * @param options.verbose prints what was missed, invented and misplaced, too; never for the held-out texts, or they are no longer held out
 */
export function benchRecognition(
	{ find, recognise, positionOf }: { find: Find; recognise: Recognise; positionOf: PositionOf },
	{ verbose = false, print = console.log }: { verbose?: boolean; print?: (line: string) => void } = {},
): Measurement {
	const measured = measure(find, recognise, positionOf);
	for (const line of recognitionLines(measured, verbose)) print(line);
	return measured;
}

/** The figures as lines of text. */
export function recognitionLines(
	{ names, ambiguous, noPlaces, news }: Measurement,
	verbose = false,
): string[] {
	const lists = (entries: [string, string[]][]) =>
		verbose
			? entries.flatMap(([what, found]) => (found.length ? [`  ${what}: ${found.join('; ')}`] : []))
			: [];
	const listed = (what: string, share: Listed) => [
		`${what.padEnd(24)} ${shareText(share)}`,
		...lists([['wrong', share.wrong]]),
	];
	return [
		...Object.entries(names).flatMap(([lang, share]) => listed(`names, ${lang}`, share)),
		...listed('ambiguous in context', ambiguous),
		...listed('no places', noPlaces),
		...Object.entries(news).flatMap(([folder, figures]) => [
			newsLine(folder, figures),
			...lists(
				folder.startsWith('held-out')
					? []
					: [
							['missed', figures.missed],
							['invented', figures.invented],
							['misplaced', figures.misplaced],
						],
			),
		]),
	];
}

function newsLine(folder: string, figures: NewsFigures): string {
	const { precision, recall, f, overlap, resolution, medianErrorKm, adjectives, metonyms } = figures;
	return [
		`${`news, ${folder}`.padEnd(24)} P ${percent(precision)} R ${percent(recall)} F ${percent(f)}`,
		`touching F ${percent(overlap.f)}`,
		`within 161 km ${percent(resolution)}, median ${medianErrorKm.toFixed(1)} km`,
		`adjectives ${shareText(adjectives)}`,
		`metonyms ${shareText(metonyms)}`,
		`${figures.names} names in ${figures.texts} texts`,
	].join(' · ');
}

function shareText({ of, right }: Share): string {
	return `${right} of ${of} (${percent(of ? right / of : 0)})`;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
