import type { Flow } from '../model/project';
import { drawingSentences as say } from '../text/drawing';
import { shortItems, spokenTime } from './amounts';
import { type DrawingContext, type DrawnNode, waitDominates } from './context';
import { sentence, spokenName } from './node-label';
import { cleanLine } from './wrap-text';

/** What a screen reader says of a flow; `share` is its text where it is known. */
export function flowLabel(flow: Flow, share: string | null, { graph }: DrawingContext): string {
  return sentence([
    say.flow(spokenName(graph.node.get(flow.from)?.name), spokenName(graph.node.get(flow.to)?.name)),
    say.flowKind[flow.kind],
    share === null ? null : say.share(share),
    flow.label === undefined ? null : cleanLine(flow.label),
  ]);
}

/** What a screen reader says of the queue before a step. */
export function queueLabel(step: DrawnNode, context: DrawingContext): string {
  return sentence([
    say.queue(spokenName(step.name)),
    say.wait(spokenTime(step.wait)),
    say.inQueue(step.wip === undefined ? null : shortItems(step.wip)),
    waitDominates(context.figures, step.id) ? say.dominates : null,
  ]);
}
