import { type Material, mutateBytes } from './mutate-bytes';
import { mutateJson } from './mutate-json';
import { mutateRows, mutateXml } from './mutate-parts';
import type { Chance } from './random';

/** What an input looks like, so that some changes keep to its form. */
export type Shape = 'bytes' | 'lines' | 'json' | 'xml';

/** Inputs stay small, so that many are tried. */
const longest = 16_000;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

function inForm(
  shape: Shape,
  material: Material,
  words: readonly string[],
  chance: Chance,
): Uint8Array | null {
  if (shape === 'bytes') return null;
  const [text, other] = [textOf(material.input), textOf(material.other)];
  const made =
    shape === 'json'
      ? mutateJson(text, other, words, chance)
      : shape === 'xml'
        ? mutateXml(text, other, words, chance)
        : mutateRows(text, other, words, chance);
  return made === null ? null : new TextEncoder().encode(made);
}

/** An input changed one to eight times, in its form or against it. */
export function mutate(
  shape: Shape,
  material: Material,
  words: readonly string[],
  chance: Chance,
): Uint8Array {
  const keepsForm = chance.below(10) < 6;
  let { input } = material;
  for (let left = 1 + chance.below(chance.pick([1, 2, 4, 8])); left > 0; left -= 1) {
    const now = { ...material, input };
    input = (keepsForm ? inForm(shape, now, words, chance) : null) ?? mutateBytes(now, chance);
  }
  return input.length > longest ? input.slice(0, longest) : input;
}
