import type { Project } from '../model/project';
import type { Scenario, ScenarioChange } from '../model/workshop';
import type { QueueWait } from './queue-waits';

/** Changes of a scenario by their key. */
export type ScenarioChanges = Scenario['changes'];

/** Why a change was left out: what it is about is gone; it has no such field; what it is taken from is unknown; nothing says how the siblings share the rest; it belongs to the stream and not to one map. */
export type UnusedReason = 'gone' | 'field' | 'unknown' | 'shares' | 'stream';

/** A change that could not be made, with the reason. */
export interface UnusedChange {
  readonly key: string;
  readonly change: ScenarioChange;
  readonly reason: UnusedReason;
}

/** The project as it would be, and what of the scenario could not be made. */
export interface AppliedScenario {
  readonly project: Project;
  readonly unused: readonly UnusedChange[];
  /** Where the waits follow the queues: what that makes of the wait of each step, and why not. */
  readonly waits: readonly QueueWait[];
}
