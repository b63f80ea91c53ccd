import { addImprovement } from '../../../shared/commands/improvements';
import { addNode } from '../../../shared/commands/nodes';
import { together } from '../../../shared/commands/together';
import { setNote } from '../../../shared/commands/workshop-notes';
import { readNoteLine } from '../../../shared/capture/note-line';
import { addNote } from '../../../shared/commands/workshop-notes';
import { listOf, stepsOf, type WithId } from '../../../shared/model/queries';
import type { NoteKind } from '../../../shared/model/value-sets';
import type { WorkshopNote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { derivedNow } from '../../derive';
import { makeId } from '../../make-id';
import { dispatch, notify, useApp } from '../../store';
import { streamNow } from './use-stream';

const words = en.room.wall;

/** What a line can name: headings of the wall, steps of the shown map. */
export function namesForNotes(): Parameters<typeof readNoteLine>[1] {
  const { project } = useApp.getState().history;
  const stream = streamNow();
  const derived = derivedNow();
  return {
    groups: listOf(project.noteGroups).filter((each) => each.stream === stream),
    steps: derived ? stepsOf(derived.graph) : [],
  };
}

/** Writes a line down as a note, a parked point or a decision; false where it has no words. */
export function keepLine(line: string, kind: NoteKind): boolean {
  const stream = streamNow();
  const read = readNoteLine(line, namesForNotes());
  if (stream === null || read.text === '') return false;
  const command = addNote(
    {
      stream,
      kind,
      name: read.text,
      on: useApp.getState().today,
      ...(read.group !== null && { group: read.group }),
      ...(read.step !== null && { node: read.step }),
      ...(read.by !== null && { by: read.by }),
    },
    makeId,
  );
  if (dispatch(command) !== null) return false;
  announce(en.room.capture.kept(read.text));
  return true;
}

/** Makes a note a parked point or a decision, or puts it back on the wall. */
export function makeKind(note: WithId<WorkshopNote>, kind: NoteKind): void {
  const on = kind === 'decision' ? useApp.getState().today : note.on;
  if (dispatch(setNote({ id: note.id, patch: { kind, on } })) !== null) return;
  if (kind !== 'wall') notify(words.became[kind](note.name));
}

/** Puts a note among the improvements of its stream, at the step that it is about; the note is dealt with once that is done. */
export function makeImprovement(note: WithId<WorkshopNote>): void {
  const { name, stream, node } = note;
  const add = addImprovement({ name, stream, status: 'idea', ...(node !== undefined && { node }) }, makeId);
  const settle = setNote({ id: note.id, patch: { improvement: add.made[0] } });
  if (dispatch(together(add, settle)) === null) notify(words.became.improvement(name));
}

/** Puts a note on the shown map: as a step that is not connected yet, or as a paper note. */
export function makeNode(note: WithId<WorkshopNote>, type: 'step' | 'note'): void {
  const derived = derivedNow();
  if (!derived) return notify(words.noMap, 'bad');
  const { x, y, width, height } = derived.layout.bounds;
  // Below the map, one beside the other, so that nothing is covered.
  const below = derived.graph.nodes.filter((node) => (node.position?.y ?? 0) > y + height).length;
  const position = { x: x + Math.min(width, 200) / 2 + 220 * (below % 5) + 60, y: y + height + 60 };
  const add = addNode({ map: derived.graph.id, type, name: note.name, position }, makeId);
  const patch = { isSettled: true, ...(type === 'step' && { node: add.made[0] }) };
  if (dispatch(together(add, setNote({ id: note.id, patch }))) !== null) return;
  notify(words.became[type === 'step' ? 'step' : 'canvas'](note.name));
}
