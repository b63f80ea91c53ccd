import type { DimensionId } from '../catalogue/itil4/dimensions';
import type { PrincipleId } from '../catalogue/itil4/principles';
import type { WasteId } from '../catalogue/wastes';
import type { Command, MakeId } from '../commands/command';
import type { Project } from '../model/project';
import type { Example, FlaggedExample } from './example';
import type { Facts } from './facts';
import type { FieldName } from './fields';
import type { Severity, ValueClass } from '../model/value-sets';
import type { EvidenceValue, Impact } from './types';

/** A number that decides a rule, with what a settings screen needs to offer it. */
export interface OptionSpec {
  readonly label: string;
  /** `factor` multiplies another value. */
  readonly unit: 'share' | 'count' | 'days' | 'hours' | 'factor' | 'hoursPerMonth';
  readonly default: number;
  readonly min: number;
  readonly max: number;
}
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]: number };

type EvidenceUnit = EvidenceValue['unit'];

/** What a rule's evidence consists of: names with their units; a unit that ends in `?` may be unknown. */
export type EvidenceShape = Readonly<Record<string, EvidenceUnit | `${EvidenceUnit}?`>>;

type PlainValue<U> = U extends 'text' | 'date'
  ? string
  : U extends 'text?' | 'date?'
    ? string | null
    : U extends `${string}?`
      ? number | null
      : number;

/** The plain values of some evidence: strings and numbers, null where the shape allows the unknown. */
export type EvidenceOf<S extends EvidenceShape> = { readonly [K in keyof S]: PlainValue<S[K]> };

/** A claim as a rule makes it; the engine adds what follows from the rule itself. */
export interface Claim<E> {
  /** Ids of nodes, flows or roles, or the id of the map alone. */
  readonly about: readonly string[];
  readonly involves?: readonly string[];
  readonly evidence: E;
  /** Where it differs from the rule's default. */
  readonly severity?: Severity;
  readonly impact?: Partial<Impact>;
  /** Least trust of the values used; 1 where none was used. */
  readonly trust?: number;
}

/** Where a rule puts its answers. */
export interface Reporter<E> {
  finding(claim: Claim<E>): void;
  /** It cannot be judged here until that field of that node, flow or map is known. */
  gap(about: string, field: FieldName): void;
}

/** Where a fix is asked for: the map that it would change and what the finding is about there. */
export interface FixContext {
  readonly project: Project;
  readonly map: string;
  /** What the finding is about, on that map. */
  readonly about: readonly string[];
  readonly involves: readonly string[];
  /** The evidence of the finding, by name: minutes, shares, counts, texts. */
  readonly evidence: Readonly<Record<string, number | string>>;
  readonly makeId: MakeId;
}

/** A page of the app that a remedy leads to. */
export type RemedyPlace = 'step' | 'flow' | 'charter' | 'roles' | 'calendar' | 'classify' | 'improvements';

/**
 * What can be done about a finding.
 * `correct`: the map says something wrong or nothing; the command mends the map itself.
 * `improve`: the work itself would change; the command belongs on a future state.
 * `task`: an idea for the improvement register, in the words of the label.
 * `open`: a page on which people answer.
 */
export type Suggestion =
  | {
      readonly kind: 'correct' | 'improve';
      readonly label: string;
      /** One undoable command; null where it does not fit what the finding is about. */
      readonly command: (context: FixContext) => Command | null;
    }
  | { readonly kind: 'task'; readonly label: string }
  | { readonly kind: 'open'; readonly label: string; readonly place: RemedyPlace };

export type RuleCategory =
  | 'data-quality'
  | 'flow'
  | 'value'
  | `waste:${WasteId}`
  | `principle:${PrincipleId}`
  | `dimension:${DimensionId}`
  | 'pattern';

/** All that a rule says about itself. */
export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  readonly category: RuleCategory;
  readonly defaultSeverity: Severity;
  readonly scope: 'map' | 'step' | 'flow' | 'role';
  /** 1: step, flow and role fields suffice; 2: needs logs, plans, skills or text. */
  readonly tier: 1 | 2;
  readonly needs: readonly FieldName[];
  readonly principles: readonly PrincipleId[];
  readonly wastes: readonly WasteId[];
  readonly dimensions: readonly DimensionId[];
  /** The value classes that it is about, where they do not follow from its wastes and its category. */
  readonly valueClasses?: readonly ValueClass[];
  /** Where the rule and its limits come from, and where it says more than its source. */
  readonly source: string;
  readonly whyItMatters: string;
  readonly whatToDo: string;
  readonly whenItIsFine: string;
  readonly suggest: readonly Suggestion[];
  /** Pairs of options of which the first may not be above the second. */
  readonly ordered?: readonly (readonly [string, string])[];
  /** Ids of rules whose finding on the same target this one folds. */
  readonly supersedes: readonly string[];
  /** True where figures are wrong or unknown until it is put right. */
  readonly blocksCalculation: boolean;
  /** True where something missing is what the rule finds. */
  readonly judgesAbsence: boolean;
  readonly examples: { readonly flagged: readonly FlaggedExample[]; readonly clean: readonly Example[] };
}

/** A rule as it is written: one typed object in one file named after its id. */
export interface RuleDefinition<S extends EvidenceShape, O extends OptionSpecs> extends RuleDescription {
  readonly options: O;
  readonly evidence: S;
  /** Pure and synchronous: reads the facts and nothing else. */
  readonly check: (facts: Facts, options: OptionValues<O>, report: Reporter<EvidenceOf<S>>) => void;
  /** The finding as one sentence with its numbers. */
  readonly say: (evidence: EvidenceOf<S>) => string;
}

/** A claim in its final words. */
export interface JudgedClaim extends Omit<Claim<unknown>, 'evidence'> {
  readonly message: string;
  readonly evidence: Readonly<Record<string, EvidenceValue>>;
  readonly threshold: Readonly<Record<string, number>>;
}

/** The answers of one rule about one map. */
export interface Answers {
  readonly claims: readonly JudgedClaim[];
  /** For each missing field, the ids of what lacks it. */
  readonly missing: ReadonlyMap<FieldName, readonly string[]>;
}

/** A rule as the engine, the settings and the documentation see it. */
export interface AnalysisRule extends RuleDescription {
  readonly options: OptionSpecs;
  readonly evidence: EvidenceShape;
  /** Judges a map with the default options, changed by the given ones. Throws what the rule throws. */
  readonly judge: (facts: Facts, changed: Readonly<Record<string, number>>) => Answers;
}

function withUnits(shape: EvidenceShape, values: Readonly<Record<string, unknown>>): JudgedClaim['evidence'] {
  const evidence: Record<string, EvidenceValue> = {};
  for (const [name, declared] of Object.entries(shape)) {
    const value = values[name];
    const unit = declared.replace('?', '') as EvidenceUnit;
    if (unit === 'text' || unit === 'date') {
      if (typeof value === 'string') evidence[name] = { unit, value };
    } else if (typeof value === 'number' && Number.isFinite(value)) evidence[name] = { unit, value };
  }
  return evidence;
}

function chosenOptions(
  specs: OptionSpecs,
  changed: Readonly<Record<string, number>>,
): Record<string, number> {
  const chosen: Record<string, number> = {};
  for (const [name, spec] of Object.entries(specs)) chosen[name] = changed[name] ?? spec.default;
  return chosen;
}

/** Makes a rule from its definition; evidence and options are typed by what the definition declares. */
export function defineRule<const S extends EvidenceShape, const O extends OptionSpecs>(
  definition: RuleDefinition<S, O>,
): AnalysisRule {
  const { check, say, ...description } = definition;
  return {
    ...description,
    judge: (facts, changed) => {
      const threshold = chosenOptions(definition.options, changed);
      const claims: JudgedClaim[] = [];
      const missing = new Map<FieldName, Set<string>>();
      check(facts, threshold as OptionValues<O>, {
        finding: (claim) =>
          claims.push({
            ...claim,
            message: say(claim.evidence),
            evidence: withUnits(definition.evidence, claim.evidence),
            threshold,
          }),
        gap: (about, field) => {
          const known = missing.get(field);
          if (known === undefined) missing.set(field, new Set([about]));
          else known.add(about);
        },
      });
      return { claims, missing: new Map([...missing].map(([field, about]) => [field, [...about]])) };
    },
  };
}
