import type { Command, MakeId } from '../../shared/commands/command';
import type { Project } from '../../shared/model/project';

/** What a move of a random walk is made from; which records it means depends on the project that it meets. */
export interface Move {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly id: string;
  readonly share: number;
  /** Another project, for the moves that bring one in; empty for the rest. */
  readonly other: Project;
}

/** A move on a project: the records that it means there. */
export interface Scene extends Move {
  readonly project: Project;
  readonly makeId: MakeId;
  readonly node: string;
  readonly second: string;
  readonly flow: string;
  readonly map: string;
  readonly stream: string;
  readonly role: string;
}

/** One kind of move. */
export type Maker = (scene: Scene) => Command;

/** The entry of a list that a number means. */
export const from = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The id of a row that a number means, or now and then one that is not there. */
export const pick = (table: object, index: number, otherwise: string): string =>
  from([...Object.keys(table), otherwise], index);
