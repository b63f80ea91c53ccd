import type { Command, MakeId } from '../commands/command';
import { openHistory, run } from '../commands/history';
import type { Project } from '../model/project';
import { graphOf, type MapGraph } from '../model/queries';
import { en } from '../text/en';
import { quickContext, type QuickPlace } from './quick-context';
import { parseQuickLine } from './quick-line';
import { placeOf, type QuickSpot, quickStep } from './quick-step';
import type { QuickLine } from './types';

/** More lines than anybody types at once; reading them one after the other would hold up the window. */
const mostLines = 300;

/** What was asked for, as one command, with the steps that it makes; or a sentence for each line that cannot be. */
export type QuickSteps =
  | { readonly command: Command; readonly made: readonly string[] }
  | { readonly sentences: readonly string[] };

/** What the lines are put on. */
export interface QuickTarget {
  readonly project: Project;
  readonly mapId: string;
  /** The node after which the first step comes; null where none was chosen. */
  readonly after: string | null;
  /** Where a step stands on the canvas, in the state of the map before it. */
  readonly spot?: (place: QuickPlace, graph: MapGraph) => QuickSpot;
  /** True where what is not understood becomes the note of its step. */
  readonly keepsRest?: boolean;
}

/** The line with what was not understood as a note; the name must have been understood. */
function withRest(line: QuickLine): QuickLine {
  const hasName = line.parts.some(({ said }) => said.field === 'name');
  if (!hasName || line.problems.length === 0) return line;
  const note = line.parts.find(({ said }) => said.field === 'note');
  const kept = note?.said.field === 'note' ? [note.said.value] : [];
  const value = [...kept, ...line.problems.map(({ text }) => text)].join('; ');
  const span = line.problems[0]?.span ?? { from: 0, to: 0 };
  const others = line.parts.filter((part) => part !== note);
  return {
    parts: [...others, { span, text: value, said: { field: 'note', value }, sureness: 'exact' }],
    problems: [],
  };
}

interface Made {
  readonly command: Command;
  readonly step: string;
}

function stepOf(
  text: string,
  target: QuickTarget,
  makeId: MakeId,
): Made | { readonly sentences: readonly string[] } {
  const context = quickContext(target.project, target.mapId, target.after);
  const graph = graphOf(target.project, target.mapId);
  if (!context || !graph) return { sentences: [en.commands.refused.mapGone] };
  const read = parseQuickLine(text, context);
  const line = target.keepsRest === true ? withRest(read) : read;
  if (line.problems.length > 0) return { sentences: line.problems.map(({ sentence }) => sentence) };
  const place = placeOf(line.parts, graph, context);
  const spot = place === null ? {} : (target.spot?.(place, graph) ?? {});
  const command = quickStep(line, { graph, context, spot }, makeId);
  return 'sentence' in command ? { sentences: [command.sentence] } : { command, step: command.made[0] ?? '' };
}

function inTurn(made: readonly Made[]): QuickSteps {
  const [first, ...others] = made.map(({ command }) => command);
  if (!first) return { sentences: [en.capture.problems.noName] };
  return {
    made: made.map(({ step }) => step),
    command: {
      ...first,
      label: en.capture.label(made.length),
      apply(draft) {
        first.apply(draft);
        for (const command of others) command.apply(draft);
      },
    },
  };
}

/** A step for each line that is not blank, each after the one before it, as one command; every line that is not understood is named, and then none is made. At most 300 lines. */
export function quickSteps(text: string, target: QuickTarget, makeId: MakeId): QuickSteps {
  const lines = text.split(/\r\n|\n|\r/);
  const count = lines.filter((line) => line.trim() !== '').length;
  if (count > mostLines) return { sentences: [en.capture.problems.tooManyLines(mostLines)] };
  const made: Made[] = [];
  const sentences: string[] = [];
  let history = openHistory(target.project);
  let after = target.after;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const say = (sentence: string): string =>
      lines.length === 1 ? sentence : en.capture.inLine(index + 1, sentence);
    const step = stepOf(line, { ...target, project: history.project, after }, makeId);
    if ('sentences' in step) {
      sentences.push(...step.sentences.map(say));
      continue;
    }
    const result = run(history, step.command);
    if (result.kind === 'refused') sentences.push(say(result.sentence));
    else {
      history = result.history;
      after = step.step;
      made.push(step);
    }
  }
  return sentences.length > 0 ? { sentences } : inTurn(made);
}
