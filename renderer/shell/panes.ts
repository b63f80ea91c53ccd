import { derivedNow } from '../derive';
import { useApp } from '../store';
import { viewControl } from '../canvas/viewport';

/** The panes that F6 walks through, in their order on the screen. */
const paneNames = ['outside', 'rail', 'palette', 'canvas', 'table', 'inspector', 'findings'] as const;

/** What Tab reaches inside an element, in order. */
export const tabbable =
  ':is(input, textarea, button, summary, a[href], [tabindex="0"]):not([tabindex="-1"], :disabled, [type=hidden])';

/** The first thing that one wants to do in a pane: a cell, a field, a finding, else whatever Tab reaches. */
const wanted = ['[data-cell][tabindex="0"]', 'input, textarea', 'li button', tabbable];

/** In the list of findings: the row that F8 stands at, else the first row, else the tabs. */
const wantedFindings = ['[aria-current="true"] [data-walk]', '[data-walk]', 'li button', tabbable];

/** Where the focus was in each pane; weakly, because an element that is gone would keep all that it stood in. */
const lastIn = new Map<string, WeakRef<Element>>();

const paneOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-pane]') ?? null;

/** Remembers where the focus is in its pane. */
export function rememberFocus(element: Element): void {
  const name = paneOf(element)?.dataset['pane'];
  if (name !== undefined) lastIn.set(name, new WeakRef(element));
}

/** Forgets where the focus was among the findings: the row that was gone to comes first now. */
export function forgetFinding(): void {
  lastIn.delete('findings');
}

/** Puts the focus on the canvas: on the selected node, on the canvas itself where a flow is selected, else on the node that Tab reaches. */
export function focusCanvas(): void {
  const nodes = derivedNow()?.graph.node;
  const [selected] = useApp.getState().selection;
  if (selected !== undefined && nodes?.has(selected) === true) viewControl()?.focus(selected);
  else if (selected !== undefined || nodes?.size === 0) viewControl()?.focusCanvas();
  else viewControl()?.focus(null);
}

function enter(pane: HTMLElement): void {
  const name = pane.dataset['pane'] ?? '';
  if (name === 'canvas') {
    focusCanvas();
    return;
  }
  const last = lastIn.get(name)?.deref();
  const known = last?.isConnected === true && pane.contains(last) ? last : null;
  const selectors = name === 'findings' ? wantedFindings : wanted;
  const first = selectors.map((selector) => pane.querySelector(selector)).find((found) => found !== null);
  const target = known ?? first;
  if (target instanceof HTMLElement) target.focus();
}

/** Puts the focus into the list of findings: on the row where it was last, never on the tabs or filters. */
export function focusFindings(): void {
  if (lastIn.get('findings')?.deref()?.matches('[data-walk]') !== true) forgetFinding();
  const pane = document.querySelector<HTMLElement>('[data-pane=findings]');
  if (pane) enter(pane);
}

/** Puts the focus into the next or the previous pane that is open, where it was there before. */
export function walkPanes(step: 1 | -1): void {
  const current = paneOf(document.activeElement);
  const open = paneNames.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane=${name}]`) ?? []);
  const at = current ? open.indexOf(current) : step === 1 ? -1 : 0;
  const next = open[(at + step + open.length) % open.length];
  if (next) enter(next);
}
