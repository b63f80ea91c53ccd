import { analyse } from '../../shared/analysis/analyse';
import { itil4 } from '../../shared/catalogue/itil4/itil4';
import { drawMap } from '../../shared/drawing/draw-map';
import { toSvg } from '../../shared/drawing/svg';
import { light } from '../../shared/drawing/theme';
import { computeFigures } from '../../shared/figures/compute-figures';
import { describeFigures } from '../../shared/figures/describe';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import { layoutMap } from '../../shared/layout/layout-map';
import { type Project, projectSchema } from '../../shared/model/project';
import { graphOf, type MapGraph } from '../../shared/model/queries';

/** A promise about what was read that does not hold. */
export class Broken extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Broken';
  }
}

/** Throws with the sentence where something is not so. */
export function must(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new Broken(sentence);
}

/** The places of a value that hold a number which is not finite, `contributions.0.wait`. */
export function strangeNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, each]) => strangeNumbers(each, `${path}.${String(key)}`));
}

/** Numbers in a drawing; names of steps may be called anything. */
const strangePlace =
  /\s(?:x|y|[xyr][12xy]?|c[xy]|d|width|height|points|transform|viewBox|font-size)="[^"]*(?:NaN|Infinity)/;

const notSaid = /\b(?:NaN|Infinity|undefined)\b|\[object|native code/;

/** Throws unless a sentence says something that a reader can use. */
export function checkSentence(sentence: string): void {
  must(/\S/.test(sentence), 'a sentence is blank');
  must(!/\[object |native code/.test(sentence), 'a sentence shows code');
}

/** Throws unless everything that the app does with a map that is open works on this one, and says only what it knows. */
function checkMap(graph: MapGraph): void {
  const figures = computeFigures(graph);
  const [strange] = strangeNumbers(figures);
  must(strange === undefined, `a figure is not finite: ${strange?.replace(/\d+/g, 'n') ?? ''}`);
  // A step may be called “NaN”.
  const names = new Set(graph.nodes.map(({ name }) => name.trim()));
  for (const { label, value } of describeFigures(graph, figures))
    must(names.has(value.trim()) || !notSaid.test(value), `a figure is said as no number: ${label}`);
  const report = analyse(graph, {
    pack: itil4,
    profile: 'audit',
    today: '2026-11-22',
    suppressForTemplates: true,
  });
  must(report.failed.length === 0, `a rule fails: ${report.failed.join(', ')}`);
  const layout = layoutMap(graph, { laneBy: 'role', pack: itil4 });
  must(strangeNumbers(layout).length === 0, 'a place on the canvas is not finite');
  const context = { graph, figures, badges: new Map(), pack: itil4, view: { lanes: 'role' } } as const;
  const svg = toSvg(drawMap(context, layout, { ladder: true }), { theme: light, fonts: { kind: 'linked' } });
  must(!strangePlace.test(svg), 'a drawing has no number');
}

/** Equal in all but the sign of zero, which no file keeps. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  const [x, y] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return keys.length === y.size && keys.every((key) => y.has(key) && isSame(x.get(key), y.get(key)));
}

/** Throws unless a project that was read keeps all promises about documents; `isDeep` also opens each of its maps. */
export function checkProject(project: Project, isDeep: boolean): void {
  const checked = projectSchema.safeParse(project);
  must(checked.success, `the project is not valid: ${checked.error?.issues[0]?.path.length ?? 0} deep`);
  const text = writeProject(project);
  const again = readProject(text);
  must(again.kind === 'read', `what was written is not read: ${again.kind}`);
  must(
    again.warnings.every(({ kind }) => kind === 'repaired'),
    'what was written is read with a warning',
  );
  const repaired = again.warnings.length > 0;
  must(repaired || isSame(again.project, project), 'what was written is read as something else');
  must(repaired || writeProject(again.project) === text, 'the text is another the second time');
  must(Object.getPrototypeOf(project.nodes) === Object.prototype, 'a table inherits from something else');
  must(!('polluted' in {}), 'objects inherit something that was read');
  if (!isDeep) return;
  for (const id of Object.keys(project.maps).slice(0, 4)) {
    const graph = graphOf(project, id);
    if (graph !== null && graph.nodes.length < 60) checkMap(graph);
  }
}
