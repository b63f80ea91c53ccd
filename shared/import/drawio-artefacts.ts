import type { Kinded } from './drawio-figures';
import { oneLine, type Page } from './drawio-left';

/** Documents that steps make or take, by the id of the step; `used` are the cells that say so. */
export interface Artefacts {
  readonly of: ReadonlyMap<string, ReadonlyMap<'inputs' | 'outputs', string>>;
  readonly used: ReadonlySet<string>;
}

/** Documents at the end of an arrow that are no part of the way: what a step makes or takes. */
export function artefactsOf(page: Page, resolve: (id: string) => string | null): Artefacts {
  const nodes = new Set(page.nodes.map(({ id }) => id));
  const steps = new Set(page.nodes.filter(({ kind }) => kind === 'step').map(({ id }) => id));
  const isDocument = (cell: Kinded | undefined): cell is Kinded =>
    cell?.kind === 'document' && cell.label !== '' && !nodes.has(cell.id);
  const of = new Map<string, Map<'inputs' | 'outputs', string>>();
  const used = new Set<string>();
  const add = (step: string, list: 'inputs' | 'outputs', document: Kinded, arrow: string): void => {
    const lists = of.get(step) ?? new Map<'inputs' | 'outputs', string>();
    of.set(step, lists);
    const name = oneLine(document.label).replaceAll(';', ',');
    const known = lists.get(list)?.split('; ') ?? [];
    if (!known.includes(name)) lists.set(list, [...known, name].join('; '));
    used.add(document.id).add(arrow);
  };
  for (const arrow of page.cells.filter(({ isArrow }) => isArrow)) {
    const [from, to] = [page.byId.get(arrow.source), page.byId.get(arrow.target)];
    const [before, after] = [resolve(arrow.source), resolve(arrow.target)];
    if (isDocument(to) && before !== null && steps.has(before)) add(before, 'outputs', to, arrow.id);
    if (isDocument(from) && after !== null && steps.has(after)) add(after, 'inputs', from, arrow.id);
  }
  return { of, used };
}
