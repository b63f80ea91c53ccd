import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import {
  calmEffort,
  costTerms,
  effortTerms,
  loadTerms,
  peopleTerms,
  reworkTerms,
  stepTerms,
} from './explain-effort';
import { plainInput, type Term } from './explain-inputs';
import { moveTerms } from './explain-moves';
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
} from './explain-part';
import { lossTerms, repairTerms, returnTerms, stepsOnPass } from './explain-quality';
import {
  delayParts,
  elapsedParts,
  leadParts,
  ratioParts,
  sampledParts,
  wipParts,
} from './explain-time-parts';
import type { ExplainKey } from './explain-types';
import { minutesPerMonth } from './takt';

function taktParts(all: Explaining): Parts {
  const { graph } = all.input.structure.network;
  const demand = graph.stream.demandPerMonth;
  return {
    ...plain,
    rowsAre: 'inputs',
    sum: 'none',
    inputs: [hoursInput(all), demandInput(all)],
    worked: equation(known(all.figures.figure.takt.value, formatDuration), divided, [
      `${formatNumber(minutesPerMonth(graph) / 60)} h`,
      known(demand ?? null, formatNumber),
    ]),
  };
}

function monthParts(all: Explaining): Parts {
  const terms = costTerms(all.input);
  const { graph } = all.input.structure.network;
  const demand = graph.stream.demandPerMonth ?? null;
  const { costPerItem, costPerMonth } = all.figures.figure;
  return {
    ...plain,
    terms: terms.map((term) => ({
      ...term,
      amount: term.amount === null || demand === null ? null : term.amount * demand,
    })),
    inputs: [
      plainInput(text.inputs.costPerItem, known(costPerItem.value, formatNumber) ?? text.unknown),
      demandInput(all),
    ],
    worked: equation(known(costPerMonth.value, formatNumber), product, [
      known(costPerItem.value, formatNumber),
      known(demand, formatNumber),
    ]),
  };
}

function peopleParts(all: Explaining): Parts {
  return {
    ...plain,
    rowsAre: 'people',
    terms: peopleTerms(all.input, all.figures),
    inputs: [demandInput(all), hoursInput(all)],
  };
}

function bottleneckParts(all: Explaining): Parts {
  const isStep = all.figures.bottleneck?.kind === 'step';
  return {
    ...plain,
    rowsAre: isStep ? 'contributions' : 'people',
    sum: 'none',
    terms: isStep ? stepTerms(all.input, all.figures) : loadTerms(all.input, all.figures),
    inputs: isStep ? [] : [demandInput(all), hoursInput(all)],
  };
}

function reworkParts(all: Explaining): Parts {
  const { effortPersonHours, reworkEffortShare } = all.figures.figure;
  const calm = calmEffort(all.input);
  return {
    ...plain,
    terms: reworkTerms(all.input),
    inputs: [
      plainInput(text.inputs.effort, known(effortPersonHours.value, formatDuration) ?? text.unknown),
      plainInput(text.inputs.effortWithout, known(calm, formatDuration) ?? text.unknown),
    ],
    worked: equation(
      known(reworkEffortShare.value, (share) => formatShare(share, 1)),
      (whole, rest) => text.divided(text.group(text.minus(whole, rest)), whole),
      [known(effortPersonHours.value, formatDuration), known(calm, formatDuration)],
    ),
  };
}

function lossParts(terms: readonly Term[], value: number | null): Parts {
  const share = (amount: number): string => formatShare(amount, 1);
  const worked = equation(known(value, share), (lost) => text.minus(formatShare(1, 0), lost), [
    known(value === null ? null : 1 - value, share),
  ]);
  return { ...plain, rowsAre: 'losses', sum: 'complement', terms, worked };
}

function rolledParts({ input, figures }: Explaining): Parts {
  const { value } = figures.figure.rolledCompleteAccurate;
  return lossParts(lossTerms(input, value), value);
}

function firstPassParts({ input, figures }: Explaining): Parts {
  const { value } = figures.figure.firstPassYield;
  return lossParts(returnTerms(input, value), value);
}

function perStepParts(all: Explaining): Parts {
  const { rolledCompleteAccurate, rolledPerStep } = all.figures.figure;
  const count = stepsOnPass(all.input);
  const base = lossParts(lossTerms(all.input, rolledCompleteAccurate.value), rolledCompleteAccurate.value);
  const whole = known(rolledCompleteAccurate.value, (share) => formatShare(share, 1));
  return {
    ...base,
    inputs: [
      plainInput(text.inputs.rolled, whole ?? text.unknown),
      plainInput(text.inputs.stepsOnPass, formatNumber(count)),
    ],
    worked: equation(
      known(rolledPerStep.value, (share) => formatShare(share, 1)),
      (value) => text.root(value, formatNumber(count)),
      [whole],
    ),
  };
}

const makers: Readonly<Record<ExplainKey, (all: Explaining) => Parts>> = {
  leadTimeExpected: leadParts,
  leadTimeSinglePass: (all) => clockParts(all, 'singlePass', 'clock'),
  afterValueTail: (all) => clockParts(all, 'tail', 'clock'),
  slaTime: (all) => clockParts(all, 'sla', 'clock'),
  processTimeOnPath: (all) => clockParts(all, 'expected', 'process'),
  waitOnPath: (all) => clockParts(all, 'expected', 'wait'),
  leadTimeElapsed: elapsedParts,
  effortPersonHours: ({ input }) => ({ ...plain, terms: effortTerms(input) }),
  consumerEffort: ({ input }) => ({ ...plain, terms: effortTerms(input, true) }),
  activityRatio: (all) => ratioParts(all, 'activityRatio'),
  processCycleEfficiency: (all) => ratioParts(all, 'processCycleEfficiency'),
  rolledCompleteAccurate: rolledParts,
  rolledPerStep: perStepParts,
  firstPassYield: firstPassParts,
  hiddenRepair: ({ input }) => ({ ...plain, terms: repairTerms(input) }),
  reworkEffortShare: reworkParts,
  handoffs: ({ input, figures }) => ({ ...plain, rowsAre: 'moves', terms: moveTerms(input, figures, false) }),
  handoffsProvider: ({ input, figures }) => ({
    ...plain,
    rowsAre: 'moves',
    terms: moveTerms(input, figures, true),
  }),
  takt: taktParts,
  wip: wipParts,
  costPerItem: ({ input }) => ({ ...plain, terms: costTerms(input) }),
  costPerMonth: monthParts,
  delayCostPerMonth: delayParts,
  peopleNeeded: peopleParts,
  bottleneck: bottleneckParts,
  sampled: sampledParts,
};

/** What explains a figure, by its key. */
export function partsOf(key: ExplainKey, all: Explaining): Parts {
  return makers[key](all);
}
