/** Equally likely parts that a distribution is cut into; a power of two, so that the first bits of a random number choose one. */
const cells = 512;
const cellBits = 9;
const restBits = 32 - cellBits;
const restMask = 2 ** restBits - 1;

/** PERT-beta between 0 and 1 with its peak at one place, ready to be drawn from. */
export interface PertShape {
  /** Borders of the equally likely parts, from 0 to 1. */
  readonly borders: Float64Array;
  /** How steeply the first and the last part rise from 0 and fall to 1: one over the exponents of the beta distribution. */
  readonly rise: number;
  readonly fall: number;
}

/** Places from 0 to 1, close together at both ends, at which the density is added up. */
const places = 1024;

interface Ground {
  readonly place: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
  readonly step: Float64Array;
}

let laid: Ground | null = null;

function ground(): Ground {
  if (laid) return laid;
  const make = (value: (x: number, s: number) => number): Float64Array =>
    Float64Array.from({ length: places + 1 }, (_, at) => {
      const s = at / places;
      return value(s * s * (3 - 2 * s), s);
    });
  laid = {
    place: make((x) => x),
    below: make((x) => (x > 0 ? Math.log(x) : 0)),
    above: make((x) => (x < 1 ? Math.log(1 - x) : 0)),
    step: make((_, s) => 6 * s * (1 - s)),
  };
  return laid;
}

function shape(peak: number): PertShape {
  const { place, below, above, step } = ground();
  const rise = 4 * peak;
  const fall = 4 * (1 - peak);
  const density = (at: number): number =>
    Math.exp(rise * (below[at] ?? 0) + fall * (above[at] ?? 0)) * (step[at] ?? 0);
  const upTo = new Float64Array(places + 1);
  for (let at = 1; at <= places; at += 1) upTo[at] = (upTo[at - 1] ?? 0) + density(at - 1) + density(at);
  const all = upTo[places] ?? 1;
  const borders = new Float64Array(cells + 1);
  borders[cells] = 1;
  let at = 0;
  for (let cell = 1; cell < cells; cell += 1) {
    const wanted = (all * cell) / cells;
    while ((upTo[at + 1] ?? all) < wanted) at += 1;
    const from = upTo[at] ?? 0;
    const part = (wanted - from) / ((upTo[at + 1] ?? all) - from);
    const left = place[at] ?? 0;
    borders[cell] = left + part * ((place[at + 1] ?? 1) - left);
  }
  return { borders, rise: 1 / (1 + rise), fall: 1 / (1 + fall) };
}

/** More shapes than this are not kept: the oldest are made again when they are needed. */
const mostKept = 2_000;
const kept = new Map<number, PertShape>();

/** The shape whose peak lies at a place between 0 and 1 (beta distribution with exponents 4 peak and 4 (1 - peak)). */
export function pertShape(peak: number): PertShape {
  let known = kept.get(peak);
  if (!known) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(peak, (known = shape(peak)));
  }
  return known;
}

/** One draw, 0..1, from 32 random bits: the first choose a part, the others a place in it; in the outermost parts as the distribution rises and falls there. */
export function drawShape({ borders, rise, fall }: PertShape, bits: number): number {
  const cell = bits >>> restBits;
  const part = ((bits & restMask) + 0.5) / (restMask + 1);
  const from = borders[cell] ?? 0;
  const to = borders[cell + 1] ?? 1;
  if (cell === 0) return to * part ** rise;
  if (cell === cells - 1) return 1 - (1 - from) * (1 - part) ** fall;
  return from + part * (to - from);
}
