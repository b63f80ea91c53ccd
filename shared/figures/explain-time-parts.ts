import { hoursPerWeek } from '../model/calendar';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import { clockView, offClock } from './explain-clock';
import { sayElapsed, nameOf, numberInput, plainInput, shownTime } from './explain-inputs';
import {
  clockParts,
  demandInput,
  divided,
  equation,
  type Explaining,
  hoursInput,
  known,
  type Parts,
  plain,
  product,
  scaled,
} from './explain-part';
import type { ExplainedInput } from './explain-types';
import { minutesPerMonth } from './takt';

/** The expected lead time. */
export function leadParts(all: Explaining): Parts {
  const { waitOnPath, processTimeOnPath, leadTimeExpected } = all.figures.figure;
  const worked = equation(
    known(leadTimeExpected.value, formatDuration),
    (wait, work) => text.sum([text.wait(wait), text.work(work)]),
    [known(waitOnPath.value, formatDuration), known(processTimeOnPath.value, formatDuration)],
  );
  const shown = (shownTime(waitOnPath.value) ?? 0) + (shownTime(processTimeOnPath.value) ?? 0);
  const isExact = formatDuration(shown) === formatDuration(leadTimeExpected.value ?? 0);
  const said = worked === null || isExact ? worked : text.roundedParts(worked);
  return { ...clockParts(all, 'expected', 'clock'), worked: said };
}

/** The shares of the lead time that are work, and value. */
export function ratioParts(all: Explaining, key: 'activityRatio' | 'processCycleEfficiency'): Parts {
  const isActivity = key === 'activityRatio';
  const base = clockParts(all, 'expected', isActivity ? 'process' : 'valueAdding');
  const { leadTimeExpected, processTimeOnPath } = all.figures.figure;
  const lead = leadTimeExpected.value;
  const ratio = all.figures.figure[key].value;
  const part = isActivity ? processTimeOnPath.value : ratio === null || lead === null ? null : ratio * lead;
  const { graph } = all.input.structure.network;
  const notAdding = isActivity
    ? []
    : (base.view?.contributions ?? []).flatMap(({ node, onPath }) => {
        const value = graph.node.get(node)?.value;
        return onPath && value !== undefined && value !== 'VA'
          ? [{ about: node, name: nameOf(graph, node), why: text.off.notValueAdding }]
          : [];
      });
  return {
    ...base,
    terms: scaled(base.terms, lead === null || lead === 0 ? null : 1 / lead),
    inputs: [
      plainInput(
        isActivity ? text.inputs.process : text.inputs.valueAdding,
        known(part, formatDuration) ?? text.unknown,
      ),
      plainInput(text.inputs.leadTime, known(lead, formatDuration) ?? text.unknown),
    ],
    worked: equation(
      known(ratio, (share) => formatShare(share, 1)),
      divided,
      [known(part, formatDuration), known(lead, formatDuration)],
    ),
    off: [...notAdding, ...base.off],
  };
}

/** The lead time on the wall. */
export function elapsedParts(all: Explaining): Parts {
  const base = clockParts(all, 'expected', 'clock');
  const weekly = hoursPerWeek(all.input.structure.network.graph.calendar);
  const { leadTimeExpected, leadTimeElapsed } = all.figures.figure;
  return {
    ...base,
    terms: scaled(base.terms, weekly > 0 ? 168 / weekly : null),
    inputs: [
      plainInput(text.inputs.leadTime, known(leadTimeExpected.value, formatDuration) ?? text.unknown),
      plainInput(text.inputs.week, text.perWeek(formatNumber(weekly))),
    ],
    worked: equation(
      known(leadTimeElapsed.value, sayElapsed),
      (lead) => text.divided(text.product([lead, '168']), formatNumber(weekly)),
      [known(leadTimeExpected.value, formatDuration)],
    ),
  };
}

/** The items on the way. */
export function wipParts(all: Explaining): Parts {
  const base = clockParts(all, 'expected', 'clock');
  const { graph } = all.input.structure.network;
  const { leadTimeExpected, wip } = all.figures.figure;
  const demand = graph.stream.demandPerMonth;
  const minutes = minutesPerMonth(graph);
  const rate = demand === undefined || minutes <= 0 ? null : demand / minutes;
  return {
    ...base,
    terms: scaled(base.terms, rate),
    inputs: [
      demandInput(all),
      hoursInput(all),
      plainInput(text.inputs.leadTime, known(leadTimeExpected.value, formatDuration) ?? text.unknown),
    ],
    worked: equation(known(wip.value, formatNumber), product, [
      known(rate, (items) => text.rate(formatNumber(items * 60))),
      known(leadTimeExpected.value, formatDuration),
    ]),
  };
}

/** The cost of delay. */
export function delayParts(all: Explaining): Parts {
  const base = clockParts(all, 'expected', 'clock');
  const { stream } = all.input.structure.network.graph;
  const perHour = stream.costOfDelayPerHour ?? null;
  const demand = stream.demandPerMonth ?? null;
  const { leadTimeExpected, delayCostPerMonth } = all.figures.figure;
  return {
    ...base,
    terms: scaled(base.terms, perHour === null || demand === null ? null : (perHour * demand) / 60),
    inputs: [
      numberInput(text.inputs.costOfDelay, stream.costOfDelayPerHour),
      plainInput(text.inputs.leadTime, known(leadTimeExpected.value, formatDuration) ?? text.unknown),
      demandInput(all),
    ],
    worked: equation(known(delayCostPerMonth.value, formatNumber), product, [
      known(perHour, (money) => text.perHour(formatNumber(money))),
      known(leadTimeExpected.value, formatDuration),
      known(demand, formatNumber),
    ]),
  };
}

/** The percentiles. */
export function sampledParts(all: Explaining): Parts {
  const { sampled, input } = all;
  const target = input.structure.network.graph.stream.targetLeadTime;
  const view = clockView(input, 'expected');
  const time = (name: string, minutes: number | undefined): ExplainedInput =>
    numberInput(name, minutes, formatDuration);
  const within = sampled?.shareWithinTarget ?? undefined;
  return {
    ...plain,
    rowsAre: 'inputs',
    sum: 'none',
    view,
    inputs: [
      numberInput(text.inputs.runs, sampled?.runs),
      time(text.inputs.p50, sampled?.p50),
      time(text.inputs.p85, sampled?.p85),
      time(text.inputs.p95, sampled?.p95),
      time(text.inputs.mean, sampled?.mean),
      time(text.inputs.leadTime, all.figures.figure.leadTimeExpected.value ?? undefined),
      time(text.inputs.target, target),
      numberInput(text.inputs.within, within, (share) => formatShare(share, 0)),
    ],
    off: offClock(view, all.figures.unreachable),
  };
}
