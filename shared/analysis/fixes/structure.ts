import type { Project } from '../../model/project';
import { lookUp } from '../../model/queries';
import { fixesText } from '../../text/fixes';
import type { FixContext } from '../rule';
import {
  canStandAfter,
  canStandBefore,
  leadPast,
  type NewStep,
  putAfter,
  putBefore,
  wayPast,
} from './add-step';
import { headOf, placeOfJoin, putEnd, putJoin, putStart, spliceFor, spliceIn, tailsOf } from './complete-map';
import { type Choose, type Fix, graphFor, nodesMeant, stepsMeant } from './fix';
import { type MergedWork, mergeInto, onlyFlowBetween } from './merge-steps';
import { canParallelise, forkAndJoin } from './parallelise';
import { canRemove, takeOut } from './remove-step';
import { onNodes } from './rewire';

const { label } = fixesText;

const nameOf = (project: Project, id: string): string => lookUp(project.nodes, id)?.name ?? '';

const isAboutMap = ({ about, map }: FixContext): boolean => about.length === 1 && about[0] === map;

/** Steps that a finding is about itself: a finding about the whole map names none. */
const stepsNamed: Choose = (context) => (isAboutMap(context) ? [] : stepsMeant(context));

/**
 * Deletes steps and joins those before them to those after them, shares multiplied. Without `which`: the steps that the
 * finding is about; a finding about the whole map must choose.
 */
export function removeStep(which: Choose = stepsNamed): Fix {
  return (context) => {
    const { project, makeId } = context;
    const ids = which(context).filter((id) => lookUp(project.nodes, id)?.type === 'step');
    const [first] = ids;
    if (first === undefined || !ids.every((id) => canRemove(project, id))) return null;
    return onNodes(
      {
        name: 'fix.removeStep',
        label: ids.length === 1 ? label.removeStep(nameOf(project, first)) : label.removeSteps(ids.length),
        nodes: ids,
      },
      (draft) => {
        for (const id of ids) takeOut(draft, id, makeId);
      },
    );
  };
}

/** The first two of some nodes that fit together, in that order. */
function pairOf(
  ids: readonly string[],
  fits: (first: string, second: string) => boolean,
): readonly [string, string] | null {
  for (const first of ids)
    for (const second of ids) if (first !== second && fits(first, second)) return [first, second];
  return null;
}

/**
 * Makes one step of two: practices, systems, inputs and outputs united, the second wait dropped, the work of both
 * added. The two are those that the finding is about or involves, or the ends of its flow; the first pair of which one
 * leads to the other alone. With `work: 'longer'` (the same work at two places) they need not follow each other.
 */
export function mergeSteps({
  work = 'sum',
  which = stepsMeant,
}: {
  readonly work?: MergedWork;
  readonly which?: Choose;
} = {}): Fix {
  return (context) => {
    const { project, makeId } = context;
    const ids = which(context).filter((id) => lookUp(project.nodes, id)?.type === 'step');
    const close = pairOf(ids, (a, b) => onlyFlowBetween(project, a, b) !== null);
    const [a, b] = ids;
    const far =
      work === 'longer' && a !== undefined && b !== undefined && canRemove(project, b) ? [a, b] : null;
    const [first, second] = close ?? far ?? [];
    if (first === undefined || second === undefined) return null;
    const named = label.mergeSteps(nameOf(project, first), nameOf(project, second));
    return onNodes({ name: 'fix.mergeSteps', label: named, nodes: [first, second] }, (draft) =>
      mergeInto(draft, { first, second, work }, makeId),
    );
  };
}

/** Puts two steps that follow each other into a fork and a join: those that the finding is about or involves, or the ends of its flow. */
export function parallelise(which: Choose = stepsMeant): Fix {
  return (context) => {
    const { project, makeId } = context;
    const ids = which(context).filter((id) => lookUp(project.nodes, id)?.type === 'step');
    const pair = pairOf(ids, (a, b) => canParallelise(project, a, b));
    if (pair === null) return null;
    const [first, second] = pair;
    const named = label.parallelise(nameOf(project, first), nameOf(project, second));
    return onNodes({ name: 'fix.parallelise', label: named, nodes: pair }, (draft) =>
      forkAndJoin(draft, first, second, makeId),
    );
  };
}

/** The end that most flows lead to, or the start; what a step is added before or after where a finding names no node. */
function usualPlace(context: FixContext, where: 'before' | 'after'): readonly string[] {
  const graph = graphFor(context);
  const nodes = graph?.nodes.filter(({ type }) => type === (where === 'before' ? 'end' : 'start')) ?? [];
  const size = (id: string): number => graph?.in.get(id)?.length ?? 0;
  return nodes.map(({ id }) => id).sort((a, b) => size(b) - size(a));
}

/**
 * Adds a step before or after the first node that the finding is about; where it is about the whole map, before the end
 * (after the start). Returns into the node stay where they are. Role, team and party are those of the neighbour unless given.
 */
export function addStepAt(
  where: 'before' | 'after',
  step: NewStep | ((context: FixContext) => NewStep),
  which?: Choose,
): Fix {
  return (context) => {
    const { project, makeId } = context;
    const ids = which?.(context) ?? (isAboutMap(context) ? usualPlace(context, where) : nodesMeant(context));
    const fits = where === 'before' ? canStandBefore : canStandAfter;
    const at = ids.find((id) => lookUp(project.nodes, id)?.map === context.map && fits(project, id));
    if (at === undefined) return null;
    const fields = typeof step === 'function' ? step(context) : step;
    const named = label.addStep(fields.name ?? '');
    return onNodes({ name: 'fix.addStep', label: named, nodes: [at] }, (draft) =>
      (where === 'before' ? putBefore : putAfter)(draft, at, fields, makeId),
    );
  };
}

/**
 * Leads a share of the items past the first step meant, to where most of its items go; the flow carries the label.
 * Without a choice before the step one is added, called `question`.
 */
export function splitPath(
  way: { readonly share: number; readonly label: string; readonly question?: string },
  which: Choose = stepsMeant,
): Fix {
  return (context) => {
    const { project, makeId } = context;
    const step = which(context).find(
      (id) => lookUp(project.nodes, id)?.type === 'step' && wayPast(project, id) !== null,
    );
    if (step === undefined || !(way.share > 0 && way.share < 1)) return null;
    const name = nameOf(project, step);
    const question = way.question ?? fixesText.isNeeded(name);
    return onNodes({ name: 'fix.splitPath', label: label.splitPath(name), nodes: [step] }, (draft) =>
      leadPast(draft, step, { share: way.share, label: way.label, question }, makeId),
    );
  };
}

/** Adds the demand or the value that a map lacks and connects it; null where nothing can lead from or to it, or where it is there. */
export function addEnd(type: 'start' | 'end'): Fix {
  return (context) => {
    const graph = graphFor(context);
    if (graph === null) return null;
    const side = type === 'start' ? graph.out : graph.in;
    if (graph.nodes.some((node) => node.type === type && side.has(node.id))) return null;
    const head = headOf(graph);
    const tails = tailsOf(graph);
    if (type === 'start' ? head === null : tails.length === 0) return null;
    const nodes = type === 'start' ? [head ?? ''] : tails;
    return onNodes(
      { name: 'fix.addEnd', label: type === 'start' ? label.addStart : label.addEnd, nodes },
      (draft) => {
        if (type === 'start') putStart(draft, graph, head ?? '', context.makeId);
        else putEnd(draft, graph, tails, context.makeId);
      },
    );
  };
}

/** Adds the join that the fork of a finding lacks, before the node where its branches meet or the end they should come to. */
export function addJoin(which: Choose = nodesMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    for (const id of which(context)) {
      const place = graph?.node.get(id)?.type === 'fork' ? placeOfJoin(graph, id) : null;
      if (place === null) continue;
      return onNodes({ name: 'fix.addJoin', label: label.addJoin, nodes: [id, place.before] }, (draft) =>
        putJoin(draft, context.map, place, context.makeId),
      );
    }
    return null;
  };
}

/** Puts the node of a finding that nothing leads to into the nearest flow, with what hangs on it. */
export function connectNearest(which: Choose = nodesMeant): Fix {
  return (context) => {
    const graph = graphFor(context);
    for (const id of which(context)) {
      const splice = graph && spliceFor(graph, id);
      if (!splice) continue;
      const named = label.connectNearest(nameOf(context.project, id));
      return onNodes({ name: 'fix.connect', label: named, nodes: [id] }, (draft) =>
        spliceIn(draft, id, splice, context.makeId),
      );
    }
    return null;
  };
}
