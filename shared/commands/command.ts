import type { Draft } from 'immer';
import type { Project } from '../model/project';

/** The only way a project changes: one gesture, one command, one undo entry. */
export interface Command {
  /** `noun.verb`, for example `step.set`. */
  readonly name: string;
  /** What it does, for the undo menu: "Move 3 steps". */
  readonly label: string;
  /** A sentence that says why it cannot be done on this project, or null. */
  readonly refuse: (project: Project) => string | null;
  /** Writes into an immer draft; never called where `refuse` gave a sentence. */
  readonly apply: (draft: Draft<Project>) => void;
}

/** Makes an id that is not used yet; random in the app, counted in tests. */
export type MakeId = () => string;
