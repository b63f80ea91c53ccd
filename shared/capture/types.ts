import type { FrameworkPack } from '../catalogue/types';
import type { Calendar } from '../model/calendar';
import type { Quantity } from '../model/quantity';
import type { AutomationLevel, FlowKind, NnvaReason, ValueClass, WorkKind } from '../model/value-sets';

/** Where something stands in a line: from this character to the one before `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A node of the map as a line names it. */
export interface KnownNode {
  readonly id: string;
  readonly name: string;
}

/** What a line is read against: the names of the project, and where the step will stand. */
export interface QuickContext {
  readonly calendar: Calendar;
  readonly pack: FrameworkPack;
  readonly roles: readonly KnownNode[];
  readonly teams: readonly string[];
  /** Nodes that a flow can lead to or come from, in their order. */
  readonly nodes: readonly KnownNode[];
  /** The node after which the step comes unless the line says otherwise; null where it stands alone. */
  readonly anchor: KnownNode | null;
  /** Ends of parallel branches that a join at this place would bring together. */
  readonly openBranches: readonly KnownNode[];
  /** True where items come from a node to another, or it is that one: a flow from there leads back. */
  readonly leadsTo: (node: string, other: string) => boolean;
}

/** One thing that a part of a line says about the step. Times are minutes, shares 0..1. */
export type Said =
  | { readonly field: 'name' | 'role' | 'team' | 'note'; readonly value: string }
  | { readonly field: 'activity' | 'practice'; readonly value: string; readonly name: string }
  | {
      readonly field: 'processTime' | 'wait' | 'leadTime' | 'completeAccurate' | 'share' | 'crew';
      readonly value: Quantity;
    }
  | { readonly field: 'value'; readonly value: ValueClass; readonly reason?: NnvaReason }
  | { readonly field: 'kind'; readonly value: WorkKind }
  | { readonly field: 'automation'; readonly value: AutomationLevel }
  | {
      readonly field: 'to';
      /** Null for the step itself. */
      readonly id: string | null;
      readonly name: string;
      readonly kind: FlowKind;
      readonly share?: Quantity;
    }
  | { readonly field: 'from'; readonly id: string; readonly name: string; readonly share?: Quantity }
  | { readonly field: 'parallel'; readonly id: string; readonly name: string }
  | { readonly field: 'join'; readonly nodes: readonly KnownNode[] };

/** A field that a line can fill. */
export type QuickField = Said['field'];

/** How sure the reading is: as written, found by likeness, a name that nobody has used yet, or a role that a practice is called too. */
export type Sureness = 'exact' | 'alike' | 'new' | 'either';

/** A part of a line that was understood. */
export interface QuickPart {
  readonly span: Span;
  readonly text: string;
  readonly said: Said;
  readonly sureness: Sureness;
}

/** A part of a line that was not understood, and why. */
export interface QuickProblem {
  readonly span: Span;
  readonly text: string;
  readonly sentence: string;
}

/** A line as it was read; nothing is left over: every part is understood or a problem. */
export interface QuickLine {
  readonly parts: readonly QuickPart[];
  readonly problems: readonly QuickProblem[];
}

/** What became of one part. */
export type Reading = { readonly said: Said; readonly sureness: Sureness } | { readonly sentence: string };
