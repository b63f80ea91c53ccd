import { findActivity } from '../catalogue/packs';
import type { Flow } from '../model/project';
import { drawingSentences as say } from '../text/drawing';
import { shortCount, shortItems, spokenMinutes, spokenShare, spokenTime } from './amounts';
import { badgeKind, type DrawingContext, type DrawnNode, placeOf, waitDominates } from './context';
import { cleanLine } from './wrap-text';

const sentence = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ');

const nameOf = (name: string | undefined): string => cleanLine(name ?? '') || say.untitled;

function badgeSentence(nodeId: string, { badges }: DrawingContext): string | null {
  const badge = badges.get(nodeId);
  return badge && badge.count > 0 ? say.badge[badgeKind(badge.worst)](badge.count) : null;
}

function stepSentence(node: DrawnNode, context: DrawingContext): string {
  const { place, all } = placeOf(context.graph, node.id);
  return sentence([
    say.step(place, all, nameOf(node.name)),
    findActivity(context.pack, node.activity)?.name,
    say.valueClass[node.value ?? 'unknown'],
    say.processTime(spokenTime(node.processTime)),
    say.wait(spokenTime(node.wait)),
    say.completeAccurate(spokenShare(node.completeAccurate)),
    badgeSentence(node.id, context),
  ]);
}

/** What a screen reader says of a node: `Step 3 of 6, Approve escalation, Plan, not value-adding, takes 12 minutes, ...`. */
export function nodeSentence(node: DrawnNode, context: DrawingContext): string {
  if (node.type === 'step') return stepSentence(node, context);
  const { demandPerMonth, targetLeadTime } = context.graph.stream;
  const isBar = node.type === 'fork' || node.type === 'join';
  return sentence([
    say.nodeKind[node.type](isBar ? cleanLine(node.name) : nameOf(node.name)),
    node.type === 'start' && demandPerMonth !== undefined ? say.perMonth(shortCount(demandPerMonth)) : null,
    node.type === 'end' && targetLeadTime !== undefined ? say.target(spokenMinutes(targetLeadTime)) : null,
    badgeSentence(node.id, context),
  ]);
}

/** What a screen reader says of a flow; `share` is its text where it is known. */
export function flowSentence(flow: Flow, share: string | null, { graph }: DrawingContext): string {
  return sentence([
    say.flow(nameOf(graph.node.get(flow.from)?.name), nameOf(graph.node.get(flow.to)?.name)),
    say.flowKind[flow.kind],
    share === null ? null : say.share(share),
    flow.label === undefined ? null : cleanLine(flow.label),
  ]);
}

/** What a screen reader says of the queue before a step. */
export function queueSentence(step: DrawnNode, context: DrawingContext): string {
  return sentence([
    say.queue(nameOf(step.name)),
    say.wait(spokenTime(step.wait)),
    say.inQueue(step.wip === undefined ? null : shortItems(step.wip)),
    waitDominates(context.figures, step.id) ? say.dominates : null,
  ]);
}
