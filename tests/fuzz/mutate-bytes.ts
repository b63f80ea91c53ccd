import type { Chance } from './random';

/** An input, and others from which pieces are taken. */
export interface Material {
  readonly input: Uint8Array;
  readonly other: Uint8Array;
  /** Words of the format, as bytes. */
  readonly words: readonly Uint8Array[];
}

type Mutator = (material: Material, chance: Chance) => Uint8Array;

/** Bytes of a list put one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

const replaced = (input: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array =>
  joined(input.subarray(0, from), by, input.subarray(to));

/** Where a piece begins and ends; short ones are likelier. */
function anyPiece(length: number, chance: Chance): [number, number] {
  const most = chance.oneIn(4) ? length : Math.min(length, 16);
  const size = chance.below(most + 1);
  const from = chance.below(length - size + 1);
  return [from, from + size];
}

const odd = [0, 1, 0x7f, 0x80, 0xc0, 0xd8, 0xed, 0xef, 0xfe, 0xff, 0x20, 0x0a, 0x22, 0x3c, 0x26, 0x2d, 0x39];
const oddNumbers = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x10000, 0xffff];

const mutators: readonly Mutator[] = [
  function flipBit({ input }, chance) {
    const made = Uint8Array.from(input);
    const at = chance.below(made.length);
    made[at] = (made[at] ?? 0) ^ (1 << chance.below(8));
    return made;
  },
  function setByte({ input }, chance) {
    const made = Uint8Array.from(input);
    made[chance.below(made.length)] = chance.oneIn(2) ? chance.pick(odd) : chance.below(256);
    return made;
  },
  function setNumber({ input }, chance) {
    if (input.length < 4) return input;
    const made = Uint8Array.from(input);
    const at = chance.below(made.length - 3);
    new DataView(made.buffer).setUint32(at, chance.pick(oddNumbers), chance.oneIn(2));
    return made;
  },
  function leaveOut({ input }, chance) {
    return replaced(input, ...anyPiece(input.length, chance), new Uint8Array());
  },
  function twice({ input }, chance) {
    const [from, to] = anyPiece(input.length, chance);
    return replaced(input, to, to, input.subarray(from, to));
  },
  function moveTo({ input }, chance) {
    const [from, to] = anyPiece(input.length, chance);
    const piece = input.subarray(from, to);
    const rest = replaced(input, from, to, new Uint8Array());
    const at = chance.below(rest.length + 1);
    return replaced(rest, at, at, piece);
  },
  function manyTimes({ input }, chance) {
    const [from, to] = anyPiece(input.length, chance);
    const piece = input.subarray(from, to);
    const times = chance.pick([2, 5, 50, 300]);
    if (piece.length * times > 6000) return input;
    return replaced(input, to, to, joined(...Array<Uint8Array>(times).fill(piece)));
  },
  function splice({ input, other }, chance) {
    return joined(
      input.subarray(0, chance.below(input.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    );
  },
  function takePiece({ input, other }, chance) {
    const [from, to] = anyPiece(other.length, chance);
    const at = chance.below(input.length + 1);
    return replaced(
      input,
      at,
      chance.oneIn(2) ? at : Math.min(input.length, at + to - from),
      other.subarray(from, to),
    );
  },
  ...Array<Mutator>(4).fill(function word({ input, words }, chance) {
    if (words.length === 0) return input;
    const at = chance.below(input.length + 1);
    const put = chance.pick(words);
    return replaced(input, at, chance.oneIn(2) ? at : Math.min(input.length, at + put.length), put);
  }),
  function number({ input }, chance) {
    const text = Buffer.from(input).toString('latin1');
    const found = [...text.matchAll(/\d+(?:\.\d+)?/g)];
    const match = found[chance.below(Math.max(1, found.length))];
    if (match === undefined) return input;
    const by = chance.pick([
      '0',
      '-1',
      '1e9',
      '1e308',
      '1e400',
      '9007199254740993',
      '0.1',
      '5e-324',
      'NaN',
      '2',
    ]);
    return replaced(input, match.index, match.index + match[0].length, new TextEncoder().encode(by));
  },
  function cutOff({ input }, chance) {
    return input.slice(0, chance.below(input.length + 1));
  },
];

/** An input changed once, as bytes that mean nothing. */
export function mutateBytes(material: Material, chance: Chance): Uint8Array {
  if (material.input.length === 0)
    return material.words.length > 0 ? Uint8Array.from(chance.pick(material.words)) : material.other;
  return chance.pick(mutators)(material, chance);
}
