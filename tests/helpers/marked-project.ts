import { projectSchema, type Project } from '../../shared/model/project';

/** A word that stands in every text of a marked project, and in nothing that the app says of itself. */
export const mark = 'zqmark';

/** Texts that try to pass for something that a log may hold: a sentence, a code, a place in a script, a stack. */
const disguises = [
  `Ask ${mark} first`,
  `E${mark.toUpperCase()}`,
  `main/${mark}.js:1:2`,
  `x\n    at ${mark} (file:///app/out/main/${mark}.js:1:2)`,
  `ERR_${mark.toUpperCase()}`,
] as const;

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** The place of a value with ids left out: `nodes.*.name`. */
const placeOf = (path: readonly string[]): string => path.map((key, at) => (at === 1 ? '*' : key)).join('.');

function replaceAt(value: Json, place: string, path: readonly string[] = []): Json {
  if (typeof value === 'string')
    return placeOf(path) === place ? disguises[path.join().length % disguises.length] : value;
  if (Array.isArray(value)) return value.map((each) => replaceAt(each, place, [...path, '#']));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, replaceAt(each, place, [...path, key])]),
  );
}

function placesOf(value: Json, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'string') return [placeOf(path)];
  if (Array.isArray(value)) return value.flatMap((each) => placesOf(each, [...path, '#']));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]));
}

/** The project with the mark in every text that the format leaves free, and the places of these texts. */
export function markProject(project: Project): { project: Project; places: readonly string[] } {
  const marked: string[] = [];
  let best: Project = project;
  for (const place of new Set(placesOf(project))) {
    const tried = projectSchema.safeParse(replaceAt(best, place));
    if (!tried.success) continue;
    best = tried.data;
    marked.push(place);
  }
  return { project: best, places: marked };
}
