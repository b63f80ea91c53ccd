import { create } from 'zustand';
import { findText, type TextHit } from '../../shared/capture/find-text';
import type { Project } from '../../shared/model/project';
import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { focusCanvas } from '../shell/panes';
import { showPage, useApp } from '../store';
import { goToElements } from '../pages/go-to';

interface FindView {
  readonly typed: string;
  readonly isAllMaps: boolean;
  /** The element that is shown now; null before the first one. */
  readonly at: string | null;
}

/** What is being looked for. */
export const useFindView = create<FindView>()(() => ({ typed: '', isAllMaps: false, at: null }));

/** The id of the field in which one types what to find. */
export const findField = 'find-on-map';

let last: { project: Project; typed: string; maps: string; hits: readonly TextHit[] } | null = null;

/** Everything that was found, the shown map first; computed once for each state of the document. */
export function hitsNow(): readonly TextHit[] {
  const { history, mapId, isFinding } = useApp.getState();
  const { project } = history;
  const { typed, isAllMaps } = useFindView.getState();
  if (!isFinding || typed.trim() === '') return [];
  const others = listOf(project.maps).flatMap(({ id }) => (id === mapId ? [] : [id]));
  // While one walks over all maps their order must stay.
  const maps = isAllMaps ? [mapId, ...others].sort() : [mapId];
  const key = maps.join();
  if (last?.project !== project || last.typed !== typed || last.maps !== key)
    last = { project, typed, maps: key, hits: findText(project, maps, typed) };
  return last.hits;
}

/** Goes to the next or the previous thing that was found, round and round; the focus stays in the field. */
export function goToHit(step: 1 | -1): void {
  const hits = hitsNow();
  if (hits.length === 0) return;
  const { at } = useFindView.getState();
  const current = hits.findIndex(({ id }) => id === at);
  const from = current === -1 && step === -1 ? 0 : current;
  const next = hits[(from + step + hits.length) % hits.length];
  if (!next) return;
  useFindView.setState({ at: next.id });
  goToElements([next.id], { isFocused: false });
  announce(en.search.find.said(hits.indexOf(next) + 1, hits.length, next.name, next.fields.join(', ')));
}

/** Opens the line in which one types what to find, or goes to it where it is open. */
export function openFind(): void {
  showPage('map');
  useApp.setState({ isFinding: true });
  const field = document.getElementById(findField);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

/** Closes the line; what is shown stays selected and gets the focus. */
export function closeFind(): void {
  useApp.setState({ isFinding: false });
  useFindView.setState({ at: null });
  focusCanvas();
}
