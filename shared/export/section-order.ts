import { type SectionName, sectionNames } from '../report/types';

/** Every section once: those that were placed in their order, the others at the end. */
export function sectionsInOrder(placed: readonly SectionName[]): readonly SectionName[] {
  return [...new Set([...placed, ...sectionNames])];
}

/** The sections with one of them at another place, from 0; the same list where there is no such place. */
export function movedTo(
  sections: readonly SectionName[],
  name: SectionName,
  to: number,
): readonly SectionName[] {
  if (to < 0 || to >= sections.length || sections.indexOf(name) === to) return sections;
  const others = sections.filter((each) => each !== name);
  return [...others.slice(0, to), name, ...others.slice(to)];
}
