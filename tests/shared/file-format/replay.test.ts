import fc from 'fast-check';
import type { Patch } from 'immer';
import { describe, expect, test } from 'vitest';
import { decodeRecords, encodeRecord } from '../../../main/files/journal-records';
import { openHistory, redo, run, undo } from '../../../shared/commands/history';
import { patchesBetween } from '../../../shared/commands/patches-between';
import { normalize } from '../../../shared/file-format/normalize';
import { type KeptChange, replayWork, writeKept } from '../../../shared/file-format/replay';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { projectNamed } from '../../helpers/kept-messages';
import { anyMove, commandOf } from '../../helpers/random-commands';
import { anyProject } from '../../helpers/random-project';

type Deed = 'do' | 'undo' | 'redo';

const anyDeeds = fc.array(fc.tuple(fc.constantFrom<Deed>('do', 'do', 'do', 'undo', 'redo'), anyMove), {
  minLength: 1,
  maxLength: 12,
});

/** Every state that a project goes through, the first one included. */
function statesOf(
  start: Project,
  deeds: readonly (readonly [Deed, Parameters<typeof commandOf>[0]])[],
): Project[] {
  let ids = 0;
  let history = openHistory(start);
  const states = [history.project];
  for (const [deed, move] of deeds) {
    if (deed === 'undo') history = undo(history);
    else if (deed === 'redo') history = redo(history);
    else {
      const done = run(
        history,
        commandOf(move, history.project, () => `made-${String((ids += 1))}`),
      );
      if (done.kind === 'done') history = done.history;
    }
    if (history.project !== states.at(-1)) states.push(history.project);
  }
  return states;
}

function changesOf(states: readonly Project[]): string[] {
  return states.slice(1).map((state, index) => {
    const patches = patchesBetween(states[index] ?? state, state);
    return writeKept({ number: index + 5, label: `edit ${String(index)}`, map: 'map', patches });
  });
}

/** A journal as it lies on the disk. */
function journalOf(states: readonly Project[]): Buffer {
  const [first] = states;
  const record = (type: 'snapshot' | 'patch', text: string): Buffer => encodeRecord({ type, at: 0, text });
  const whole = record('snapshot', first ? writeProject(first) : '');
  return Buffer.concat([whole, ...changesOf(states).map((text) => record('patch', text))]);
}

function replayOf(bytes: Buffer): ReturnType<typeof replayWork> | null {
  const [whole, ...changes] = decodeRecords(bytes).map(({ text }) => text);
  return whole === undefined ? null : replayWork(whole, changes);
}

const textOf = (project: Project): string => writeProject(normalize(project).project);

describe('replay of unsaved work', () => {
  test('torn at any byte gives the project as it was after the last whole change', () => {
    fc.assert(
      fc.property(anyProject, anyDeeds, fc.double({ min: 0, max: 1, noNaN: true }), (start, deeds, part) => {
        const states = statesOf(start, deeds);
        const bytes = journalOf(states);
        const cut = bytes.subarray(0, Math.round(part * bytes.length));
        const replayed = replayOf(cut);
        const count = decodeRecords(cut).length;
        if (replayed === null) {
          expect(count).toBe(0);
          return;
        }
        expect(replayed).toMatchObject({ kind: 'replayed', isWhole: true, changes: count - 1 });
        const expected = states[count - 1];
        if (replayed.kind === 'replayed' && expected)
          expect(writeProject(replayed.project)).toBe(textOf(expected));
      }),
      { numRuns: 40 },
    );
  });

  test('with any bit changed gives a state that there was, never another', () => {
    fc.assert(
      fc.property(anyProject, anyDeeds, fc.nat(), fc.nat({ max: 7 }), (start, deeds, at, bit) => {
        const states = statesOf(start, deeds);
        const bytes = journalOf(states);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        const replayed = replayOf(bytes);
        if (replayed?.kind === 'replayed')
          expect(states.map(textOf)).toContain(writeProject(replayed.project));
      }),
      { numRuns: 40 },
    );
  });

  test('takes any sound state to any other', () => {
    fc.assert(
      fc.property(anyProject, anyProject, (one, other) => {
        const change = { number: 1, label: '', map: '', patches: patchesBetween(one, other) };
        const replayed = replayWork(writeProject(one), [writeKept(change)]);
        expect(replayed.kind === 'replayed' && writeProject(replayed.project)).toBe(textOf(other));
      }),
      { numRuns: 15 },
    );
  });

  test('takes in a change of what an opened file would have repaired away', () => {
    const project = projectNamed('Start');
    const flow = { map: 'main', from: 'log', to: 'nobody', kind: 'normal' as const, order: 1 };
    const dangling = { ...project, flows: { loose: flow } };
    const mended = { ...project, flows: { loose: { ...flow, order: 2 } }, name: 'Mended' };
    const patches = patchesBetween(dangling, mended);
    const replayed = replayWork(writeProject(dangling), [
      writeKept({ number: 1, label: '', map: '', patches }),
    ]);
    expect(replayed).toMatchObject({ changes: 1, isWhole: true, project: { name: 'Mended', flows: {} } });
  });

  test('counts a value that gave way to another as one edit', () => {
    const [one, two, three] = [projectNamed('One'), projectNamed('Two'), projectNamed('Three')];
    const change = (number: number, states: readonly [Project, Project], edits?: number): string =>
      writeKept({ number, label: '', map: '', patches: patchesBetween(...states), edits });
    const kept = [change(1, [one, two]), change(2, [two, three], 0)];
    expect(replayWork(writeProject(one), kept)).toMatchObject({ changes: 1, project: { name: 'Three' } });
    const takenBack = [...kept, change(3, [three, one], -1)];
    expect(replayWork(writeProject(one), takenBack)).toMatchObject({ changes: 0, project: { name: 'One' } });
  });

  test('tells what was done last, and on which map', () => {
    const [one, two] = [projectNamed('One'), projectNamed('Two')];
    const change = { number: 7, label: 'Rename the project', map: 'm', patches: patchesBetween(one, two) };
    expect(replayWork(writeProject(one), [])).toMatchObject({ changes: 0, isWhole: true, last: null });
    expect(replayWork(writeProject(one), [writeKept(change)])).toMatchObject({
      project: { name: 'Two' },
      last: { label: 'Rename the project', map: 'm' },
    });
  });
});

describe('what was being typed', () => {
  const start = projectNamed('Start');
  const rename = (number: number, name: string): string =>
    writeKept({ number, label: name, map: '', patches: [{ op: 'replace', path: ['name'], value: name }] });
  const typing = (number: number, text: string | null): string =>
    writeKept({ number, typed: text === null ? null : { label: 'Note', text } });

  test('is found as it was last, beside the changes', () => {
    const kept = [rename(1, 'One'), typing(2, 'We wa'), rename(3, 'Two'), typing(4, 'We wait for')];
    expect(replayWork(writeProject(start), kept)).toMatchObject({
      project: { name: 'Two' },
      changes: 2,
      isWhole: true,
      typed: { label: 'Note', text: 'We wait for' },
    });
  });

  test('comes with the way back to its field, where that was noted in a form that is known', () => {
    const place = {
      page: 'map',
      map: 'now',
      inside: null,
      selection: ['log'],
      leftTab: 'palette',
      isQuickEntry: false,
      pane: 'inspector',
      naming: null,
      cell: null,
      field: 'note',
      nth: 0,
    };
    const typed = { label: 'Note', text: 'We wait', place };
    const text = writeProject(start);
    expect(replayWork(text, [writeKept({ number: 1, typed })])).toMatchObject({ isWhole: true, typed });
    const strange = JSON.stringify({ number: 1, typed: { ...typed, place: { ...place, nth: -1 } } });
    expect(replayWork(text, [strange])).toMatchObject({ isWhole: false, typed: null });
  });

  test('is not there any more once it was stored or given up', () => {
    const kept = [typing(1, 'We wait'), rename(2, 'We wait'), typing(3, null)];
    expect(replayWork(writeProject(start), kept)).toMatchObject({ changes: 1, typed: null });
  });
});

describe('a change that does not fit ends the replay, and what came before stays', () => {
  const start = projectNamed('Start');
  const rename = (number: number, name: string): string =>
    writeKept({ number, label: name, map: '', patches: [{ op: 'replace', path: ['name'], value: name }] });
  const odd = (patch: Patch, more: Partial<KeptChange> = {}): string =>
    writeKept({ number: 2, label: '', map: '', patches: [patch], ...more });
  const cases: readonly (readonly [string, string])[] = [
    ['no JSON', '{"number": 2'],
    ['another form', '{"number": 2, "label": 3}'],
    ['a change missing before it', rename(3, 'Late')],
    ['the same change twice', rename(1, 'Again')],
    ['a record that is not there', odd({ op: 'replace', path: ['nodes', 'nobody', 'name'], value: 'x' })],
    ['a removal of what is not there', odd({ op: 'remove', path: ['nodes', 'nobody'] })],
    ['an addition of what is there', odd({ op: 'add', path: ['nodes', 'log'], value: { name: 'x' } })],
    [
      'a value that no file may hold',
      odd({ op: 'replace', path: ['nodes', 'log', 'type'], value: 'spaceship' }),
    ],
    ['a number that is none', odd({ op: 'replace', path: ['nodes', 'log', 'order'], value: 'third' })],
    ['a required field removed', odd({ op: 'remove', path: ['name'] })],
    ['a way into a text', odd({ op: 'replace', path: ['name', 'length'], value: 3 })],
    [
      'the whole project',
      '{"number":2,"label":"","map":"","patches":[{"op":"replace","path":[],"value":{}}]}',
    ],
    ['what objects inherit', odd({ op: 'add', path: ['nodes', '__proto__'], value: { polluted: true } })],
    [
      'what objects inherit, deeper',
      odd({ op: 'add', path: ['nodes', '__proto__', 'polluted'], value: true }),
    ],
    ['a method of objects', odd({ op: 'replace', path: ['nodes', 'constructor', 'name'], value: 'x' })],
  ];

  test.each(cases)('%s', (_what, source) => {
    const replayed = replayWork(writeProject(start), [rename(1, 'Kept'), source, rename(3, 'Never')]);
    expect(replayed).toMatchObject({
      kind: 'replayed',
      changes: 1,
      isWhole: false,
      project: { name: 'Kept' },
    });
    expect('polluted' in {}).toBe(false);
  });

  test('a whole text that cannot be read is a failure in words', () => {
    expect(replayWork('{"format":', [])).toMatchObject({ kind: 'not-json' });
    expect(replayWork('{"format":"drawing"}', [rename(1, 'x')])).toMatchObject({ kind: 'not-ours' });
  });
});
