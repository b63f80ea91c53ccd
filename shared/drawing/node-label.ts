import { findActivity } from '../catalogue/packs';
import { formatShare } from '../model/units-format';
import { drawingSentences as say } from '../text/drawing';
import { groupsText } from '../text/groups';
import { shortCount, spokenMinutes, spokenShare, spokenTime } from './amounts';
import { type DrawingContext, type DrawnNode, placeOf } from './context';
import type { Block } from './fold-map';
import { cleanLine } from './wrap-text';

/** The parts that say something, with commas. */
export const sentence = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ');

/** A name to be said, or words for its lack. */
export const spokenName = (name: string | undefined): string => cleanLine(name ?? '') || say.untitled;

function badgeSentence(nodeId: string, { badges }: DrawingContext): string | null {
  const badge = badges.get(nodeId);
  return badge && badge.count > 0 ? say.badge[badge.worst](badge.count) : null;
}

function stepSentence(node: DrawnNode, context: DrawingContext): string {
  const { place, all } = placeOf(context.folded?.whole ?? context.graph, node.id);
  return sentence([
    say.step(place, all, spokenName(node.name)),
    findActivity(context.pack, node.activity)?.name,
    say.valueClass[node.value ?? 'unknown'],
    say.processTime(spokenTime(node.processTime)),
    say.wait(spokenTime(node.wait)),
    say.completeAccurate(spokenShare(node.completeAccurate)),
    badgeSentence(node.id, context),
  ]);
}

function blockSentence(node: DrawnNode, { group, figures }: Block, context: DrawingContext): string {
  const spoken = (minutes: number | null): string | null =>
    minutes === null ? null : spokenMinutes(minutes);
  const { leadTimeShare, rolledCompleteAccurate } = figures;
  return sentence([
    groupsText.say.block(spokenName(group.name), figures.steps),
    say.processTime(spoken(figures.processTime)),
    say.wait(spoken(figures.wait)),
    groupsText.say.ofLeadTime(leadTimeShare === null ? null : formatShare(leadTimeShare, 0)),
    say.completeAccurate(rolledCompleteAccurate === null ? null : formatShare(rolledCompleteAccurate, 0)),
    badgeSentence(node.id, context),
  ]);
}

/** What a screen reader says of a node: `Step 3 of 6, Approve escalation, Plan, not value-adding, takes 12 minutes, ...`. */
export function nodeLabel(node: DrawnNode, context: DrawingContext): string {
  const block = context.folded?.blocks.get(node.id);
  if (block) return blockSentence(node, block, context);
  if (node.type === 'step') return stepSentence(node, context);
  const { demandPerMonth, targetLeadTime } = context.graph.stream;
  const isBar = node.type === 'fork' || node.type === 'join';
  return sentence([
    say.nodeKind[node.type](isBar ? cleanLine(node.name) : spokenName(node.name)),
    node.type === 'start' && demandPerMonth !== undefined ? say.perMonth(shortCount(demandPerMonth)) : null,
    node.type === 'end' && targetLeadTime !== undefined ? say.target(spokenMinutes(targetLeadTime)) : null,
    badgeSentence(node.id, context),
  ]);
}
