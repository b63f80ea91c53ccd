import type { FindingRow } from '../../../shared/analysis/present-findings';
import {
  addImprovement,
  deleteImprovement,
  type NewImprovement,
  setImprovement,
} from '../../../shared/commands/improvements';
import { together } from '../../../shared/commands/together';
import { ideaOf } from '../../../shared/plan/idea-of-finding';
import type { FutureChange } from '../../../shared/plan/threads';
import { lookUp } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { fixesText } from '../../../shared/text/fixes';
import { makeId } from '../../make-id';
import { dispatch, notify, undoLast, useApp } from '../../store';
import { nameImprovement, openImprovement } from './plan-state';

const words = en.plan;

export type ImprovementPatch = Parameters<typeof setImprovement>[0]['patch'];

const projectNow = () => useApp.getState().history.project;

/** Changes an improvement; a sentence where that is refused. */
export function change(id: string, patch: ImprovementPatch): string | null {
  return dispatch(setImprovement({ id, patch }));
}

/** Adds an improvement and opens it. */
function add(improvement: NewImprovement): void {
  const command = addImprovement({ status: 'idea', ...improvement }, makeId);
  if (dispatch(command) === null) openImprovement(command.made[0] ?? '');
}

/** Adds an idea that is named afterwards. */
export function addIdea(stream: string): void {
  const { improvements } = projectNow();
  const names = Object.values(improvements).map(({ name }) => name);
  let number = Object.values(improvements).filter((each) => each.stream === stream).length + 1;
  while (names.includes(words.newName(number))) number += 1;
  const idea = { name: words.newName(number), stream, status: 'idea' } as const;
  const command = addImprovement(idea, makeId);
  if (dispatch(command) === null) nameImprovement(command.made[0] ?? '');
}

/** Makes an improvement that answers a finding, at the step that this is about. */
export function answerFinding(stream: string, row: FindingRow): void {
  add(ideaOf(projectNow(), stream, row));
}

/** Makes an idea of each of some findings, as one gesture. */
export function answerFindings(stream: string, rows: readonly FindingRow[]): void {
  const project = projectNow();
  const [first, ...others] = rows.map((row) => addImprovement(ideaOf(project, stream, row), makeId));
  if (!first) return;
  const command = { ...together(first, ...others), label: words.commands.worst(rows.length) };
  if (dispatch(command) !== null) return;
  notify(words.worstTaken(rows.length), 'plain', { title: fixesText.dialog.undo, run: undoLast });
}

const members = (ids: readonly string[]): Record<string, number> =>
  Object.fromEntries(ids.map((id, at) => [id, at + 1]));

/** What an improvement is linked to a change of a future state by. */
export function changeLink(of: FutureChange | null): Pick<ImprovementPatch, 'future' | 'changes'> {
  return of === null
    ? { future: undefined, changes: undefined }
    : { future: of.future, changes: members(of.about) };
}

/** Makes an improvement that stands for a change of a future state. */
export function planChange(stream: string, of: FutureChange): void {
  const { nodes } = projectNow();
  const node = of.about.find((id) => lookUp(nodes, id)?.type === 'step');
  const [name = of.sentence] = of.sentence.split(': ');
  add({ name, stream, node, ...changeLink(of) });
}

/** Makes the improvement that a kaizen burst of an older file stands for. */
export function planBurst(stream: string, node: string): void {
  const name = lookUp(projectNow().nodes, node)?.name.trim() ?? '';
  add({ name: name === '' ? words.unnamed : name, stream, node });
}

/** Takes an improvement away; it can be taken back. */
export function remove(id: string): void {
  const name = lookUp(projectNow().improvements, id)?.name ?? '';
  if (dispatch(deleteImprovement({ id })) !== null) return;
  notify(words.removed(name), 'plain', { title: fixesText.dialog.undo, run: undoLast });
}
