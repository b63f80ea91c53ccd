import { elapsedFromWorking } from '../model/calendar-convert';
import { formatDuration } from '../model/units-format';
import { arithmeticText } from '../text/arithmetic';
import { sayFigure } from './describe';
import { sayElapsed } from './explain-inputs';
import type { Explaining } from './explain-part';
import type { Reconciliation } from './explain-types';

const text = arithmeticText.stated;

/** Two times nearer than this part of each other are said to be the same kind of figure. */
const near = 0.1;

const isNear = (stated: number, other: number | null): other is number =>
  other !== null && other > 0 && Math.abs(stated - other) <= near * stated;

/** Lead time if every step that items come to were done one after the other, minutes; null where unknown. */
function oneAfterTheOther({ figures }: Explaining): number | null {
  return figures.contributions.reduce<number | null>((sum, { visits, wait, processTime }) => {
    if (sum === null || visits === 0) return sum;
    return visits === null || wait === null || processTime === null
      ? null
      : sum + visits * (wait + processTime);
  }, 0);
}

/** Other figures of the same map that come near the stated one. */
function lookAlikes(all: Explaining, stated: number): string[] {
  const { figure } = all.figures;
  const single = figure.leadTimeSinglePass.value;
  const lead = figure.leadTimeExpected.value;
  const tail = figure.afterValueTail.value ?? 0;
  const { calendar } = all.input.structure.network.graph;
  const elapsed = lead === null ? null : elapsedFromWorking(lead, calendar);
  const median = all.sampled?.p50 ?? null;
  const effort = figure.effortPersonHours.value;
  const serial = oneAfterTheOther(all);
  const isOther = (value: number | null): boolean =>
    value !== null && lead !== null && Math.abs(value - lead) > 1e-6;
  return [
    isOther(single) && isNear(stated, single) ? text.rework(formatDuration(single)) : '',
    tail > 0 && lead !== null && isNear(stated, lead + tail) ? text.afterValue(formatDuration(tail)) : '',
    isOther(serial) && tail === 0 && isNear(stated, serial) ? text.parallel(formatDuration(serial)) : '',
    isOther(elapsed) && isNear(stated, elapsed) ? text.elapsed(sayElapsed(elapsed)) : '',
    isNear(stated, median) && !isNear(stated, lead) ? text.percentile(formatDuration(median)) : '',
    isOther(effort) && isNear(stated, effort) ? text.effort(formatDuration(effort)) : '',
  ].filter(Boolean);
}

function lacks(all: Explaining): string[] {
  const unknown = all.figures.contributions.filter(
    ({ wait, processTime, visits }) => visits !== 0 && (wait === null || processTime === null),
  );
  const { unreachable } = all.figures;
  return [
    unknown.length > 0 ? text.unknownInputs(unknown.length) : '',
    unreachable.length > 0 ? text.unreachable(unreachable.length) : '',
  ].filter(Boolean);
}

/** The total that somebody stated for a figure of the clock, set against that of the steps; null where none was stated. */
export function statedOf(
  all: Explaining,
  key: 'leadTimeExpected' | 'processTimeOnPath',
): Reconciliation | null {
  const { map } = all.input.structure.network.graph;
  const isLead = key === 'leadTimeExpected';
  const stated = isLead ? map.statedLeadTime : map.statedProcessTime;
  if (stated === undefined) return null;
  const figure = all.figures.figure[key];
  const said = formatDuration(stated);
  if (figure.value === null) {
    const sentence = text.open(said, sayFigure(figure, formatDuration));
    return { sentence, gap: null, reasons: lacks(all) };
  }
  const gap = stated - figure.value;
  const given = formatDuration(figure.value);
  if (said === given) return { sentence: text.equal(said), gap: 0, reasons: [] };
  const sentence = (gap > 0 ? text.more : text.less)(said, given, formatDuration(Math.abs(gap)));
  const reasons = [...(isLead ? lookAlikes(all, stated) : []), ...lacks(all)];
  return {
    sentence,
    gap,
    reasons: [...reasons, ...(gap > 0 && isLead ? [text.handling] : []), text.rounding],
  };
}
