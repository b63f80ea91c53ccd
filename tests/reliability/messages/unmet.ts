import { piecesOf, type Told } from './texts';

/** A message that no test can meet on the real app. */
export interface Unmet {
  readonly told: Told;
  readonly when: string;
  readonly safe: string;
  readonly todo: string;
  /** Why it was not met. */
  readonly why: string;
}

/** Messages that were not met on the real app. */
export const unmet: readonly Unmet[] = [
  {
    told: 'findings.failed',
    when: 'A rule of the analysis fails on a map',
    safe: 'Yes: the analysis only reads, and the other rules are not touched.',
    todo: 'Nothing; the other findings stand.',
    why: 'No map is known on which a rule fails; the tests seek one among random maps.',
  },
  {
    told: 'export.refused.noMap',
    when: 'The map that is to be exported is not there',
    safe: 'Yes: an export never touches the map.',
    todo: 'Choose another map.',
    why: 'Whatever a window opens has a map; only the command line can ask for one that is not there.',
  },
];

/** The same with their words; … stands for what they tell. */
export function unmetInWords(): readonly (Unmet & { readonly words: string })[] {
  return unmet.map((each) => ({ ...each, words: piecesOf(each.told).join('…') }));
}
