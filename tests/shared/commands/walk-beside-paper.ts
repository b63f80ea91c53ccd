import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Command } from '../../../shared/commands/command';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { connect, deleteFlows } from '../../../shared/commands/flows';
import * as groups from '../../../shared/commands/groups';
import {
  canRedo,
  canUndo,
  type History,
  openHistory,
  redo,
  run,
  undo,
} from '../../../shared/commands/history';
import { addMap, deleteMap } from '../../../shared/commands/maps';
import { assignRole } from '../../../shared/commands/names';
import { addNode, moveNodes, renameNode, setNode } from '../../../shared/commands/nodes';
import { addRole, deleteRole, setRole } from '../../../shared/commands/roles';
import { renameProject } from '../../../shared/commands/settings';
import { writeProject } from '../../../shared/file-format/write';
import { flowKinds, nodeTypes } from '../../../shared/model/value-sets';
import { asRead, asSheets, checkInvariants, fileOf, isSame, must, renamed } from './paper-compare';
import * as paper from './paper-map';
import { onPaper, start } from './paper-start';

/** One thing that somebody does; which rows it means depends on what is there. */
export interface Deed {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Deeds for fast-check, a list of at most so many. */
export const anyDeeds = (most: number): fc.Arbitrary<Deed[]> =>
  fc.array(fc.record({ kind: fc.nat(99), a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) }), {
    minLength: 1,
    maxLength: most,
    size: 'max',
  });

/** What a walk came to. */
export interface Walked {
  readonly done: number;
  readonly refused: number;
}

/** Ids that objects have by birth come first. */
const born = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'prototype', 'isPrototypeOf', '0', '7'];
const names = [
  'Log',
  ' Sort ',
  'sort',
  '',
  ' ',
  '__proto__',
  'constructor',
  'Größe',
  '\ud83d\ude00',
  'x'.repeat(200),
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The pair of a command and what it means on paper. */
type Pair = readonly [Command, (sheets: paper.Sheets) => paper.Sheets | null];

function pairOf(
  { kind, a, b, c }: Deed,
  sheets: paper.Sheets,
  fresh: () => string,
  healed: () => string,
): Pair {
  const pick = (table: ReadonlyMap<string, unknown>, index: number): string =>
    at([...table.keys(), '__proto__', 'nobody'], index);
  const [node, second] = [pick(sheets.nodes, a), pick(sheets.nodes, b)];
  const [map, role, group] = [pick(sheets.maps, b), pick(sheets.roles, c), pick(sheets.groups, c)];
  const [flow, name] = [pick(sheets.flows, a), at(names, c)];
  const id = fresh();
  const makeId = (): string => id;
  const [x, y] = [a - 500, b / 4];
  const type = at(
    nodeTypes.filter((each) => each !== 'burst'),
    a,
  );
  switch (kind % 20) {
    case 0: {
      const position = { x, y };
      return [
        addNode({ map, type, name, position }, makeId),
        paper.addNode(id, map, type, name, `${x} ${y}`),
      ];
    }
    case 1:
    case 2: {
      const position = { x, y };
      return [
        addNode({ map, type: 'step', name, position }, makeId),
        paper.addNode(id, map, 'step', name, `${x} ${y}`),
      ];
    }
    case 3:
      return [
        connect({ from: node, to: second, kind: 'normal' }, makeId),
        paper.connect(id, node, second, 'normal'),
      ];
    case 4:
    case 5: {
      const chosen = at(flowKinds, c);
      return [
        connect({ from: node, to: second, kind: chosen }, makeId),
        paper.connect(id, node, second, chosen),
      ];
    }
    case 6:
      return [renameNode({ id: node, name }), paper.renameNode(node, name)];
    case 7: {
      const wait = c % 3 === 0 ? null : c / 7;
      const patch = { wait: wait === null ? undefined : { likely: wait } };
      return [setNode({ ids: [node, second], patch }), paper.setWait([node, second], wait)];
    }
    case 8:
      return [
        moveNodes({ moves: Object.fromEntries([[node, { x, y }]]) }),
        paper.moveNodes([node], `${x} ${y}`),
      ];
    case 9:
      return [deleteNodes({ ids: [node] }, healed), paper.deleteNode(node, healed)];
    case 10:
      return [deleteFlows({ ids: [flow] }), paper.deleteFlow(flow)];
    default:
      return pairOfOthers(kind % 20, { node, second, map, role, group, name, id, b });
  }
}

interface Picked {
  readonly node: string;
  readonly second: string;
  readonly map: string;
  readonly role: string;
  readonly group: string;
  readonly name: string;
  readonly id: string;
  readonly b: number;
}

function pairOfOthers(kind: number, picked: Picked): Pair {
  const { node, second, map, role, group, name, id, b } = picked;
  const makeId = (): string => id;
  const ids = [node, second];
  switch (kind) {
    case 11:
      return [addRole({ name }, makeId), paper.addRole(id, name)];
    case 12:
      return [setRole({ id: role, patch: { name } }), paper.renameRole(role, name)];
    case 13:
      return [deleteRole({ id: role }), paper.deleteRole(role)];
    case 14:
      return [assignRole({ ids, name }, makeId), paper.assignRole(id, ids, name)];
    case 15:
      return [groups.addGroup({ ids, name }, makeId), paper.addGroup(id, ids, name)];
    case 16:
      return b % 2 === 0
        ? [groups.addToGroup({ group, ids }), paper.addToGroup(group, ids)]
        : [groups.removeFromGroup({ ids }), paper.leaveGroup(ids)];
    case 17:
      return b % 3 === 0
        ? [groups.dissolveGroup({ id: group }), paper.dissolveGroup(group)]
        : b % 3 === 1
          ? [groups.renameGroup({ id: group, name }), paper.renameGroup(group, name)]
          : [groups.foldGroup({ id: group, isFolded: b % 2 === 0 }), paper.foldGroup(group, b % 2 === 0)];
    case 18:
      return b % 2 === 0
        ? [addMap({ stream: 'stream', name, state: 'future' }, makeId), paper.addMap(id, 'stream', name)]
        : [deleteMap({ id: map }), paper.deleteMap(map)];
    default:
      return [renameProject({ name }), paper.renameProject(name)];
  }
}

class Walk {
  #history: History = openHistory(start);
  #past: paper.Sheets[] = [];
  #future: paper.Sheets[] = [];
  #sheets = onPaper;
  #count = 0;
  done = 0;
  refused = 0;

  #fresh = (): string => born[this.#count++] ?? `n${this.#count}`;
  #healed = (): string => `h${this.#count++}`;

  step(deed: Deed): void {
    if (deed.kind >= 90) this.#undo();
    else if (deed.kind >= 82) this.#redo();
    else this.#command(pairOf(deed, this.#sheets, this.#fresh, this.#healed));
    this.#compare();
  }

  #compare(): void {
    const [document, onPapers] = [asSheets(this.#history.project), asRead(this.#sheets)];
    if (!isSame(document, onPapers))
      throw new Error(`the document says\n${document.join('\n')}\nand the paper\n${onPapers.join('\n')}`);
    checkInvariants(this.#history.project);
  }

  #command([command, change]: Pair): void {
    const before = this.#history.project;
    const result = run(this.#history, command);
    const after = change(this.#sheets);
    must(
      (result.kind === 'refused') === (after === null),
      `${command.name} is ${result.kind}, not so on paper`,
    );
    if (result.kind === 'refused' || after === null) {
      this.refused += 1;
      return must(this.#history.project === before, 'a refused command changed something');
    }
    this.done += 1;
    this.#history = result.history;
    const isChange = !isSame(asRead(after), asRead(this.#sheets));
    must(isChange === (result.history.project !== before), `${command.name} is a change on one side only`);
    if (!isChange) return;
    this.#past.push(this.#sheets);
    this.#future = [];
    this.#sheets = renamed(after, result.history.project);
  }

  #undo(): void {
    must(canUndo(this.#history) === this.#past.length > 0, 'there is something to undo on one side only');
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#history = undo(this.#history);
    this.#future.push(this.#sheets);
    this.#sheets = before;
  }

  #redo(): void {
    must(canRedo(this.#history) === this.#future.length > 0, 'there is something to redo on one side only');
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#history = redo(this.#history);
    this.#past.push(this.#sheets);
    this.#sheets = after;
  }

  /** Everything back to the start and forth to the end, on both sides. */
  end(isFiled: boolean): void {
    const end = this.#history.project;
    const text = isFiled ? fileOf(end) : '';
    const left = this.#future.length;
    for (; canUndo(this.#history); this.#compare()) this.#undo();
    must(isDeepStrictEqual(this.#history.project, start), 'undoing everything is not the start');
    for (; this.#future.length > left; this.#compare()) this.#redo();
    must(isDeepStrictEqual(this.#history.project, end), 'redoing everything is not the end');
    must(
      !isFiled || writeProject(this.#history.project) === text,
      'undo and redo change the bytes of the file',
    );
  }
}

/** Does deeds on a document and on paper, and throws where the two differ at any time; `isFiled` also writes and reads its file. */
export function walkBesidePaper(deeds: readonly Deed[], isFiled = true): Walked {
  const walk = new Walk();
  for (const deed of deeds) walk.step(deed);
  walk.end(isFiled);
  return { done: walk.done, refused: walk.refused };
}
