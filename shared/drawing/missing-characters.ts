import { packedCoverage } from './fallback-coverage';
import { hasGlyph, isWeightless } from './font-metrics';

function unpackCoverage(): ReadonlySet<number> {
  const points = new Set<number>();
  let last = 0;
  for (const run of packedCoverage.split(' ')) {
    const [step = '', more = '0'] = run.split('-');
    const from = last + Number.parseInt(step, 36);
    last = from + Number.parseInt(more, 36);
    for (let point = from; point <= last; point += 1) points.add(point);
  }
  return points;
}

let coverage: ReadonlySet<number> | undefined;

function isCovered(character: string): boolean {
  coverage ??= unpackCoverage();
  return coverage.has(character.codePointAt(0) ?? -1);
}

/** The characters of a text that no bundled font has, each once; marks and joiners that take no room are not reported. */
export function missingCharacters(text: string): readonly string[] {
  const missing = [...text].filter(
    (character) =>
      !hasGlyph(character) && !isWeightless(character) && character.trim() !== '' && !isCovered(character),
  );
  return [...new Set(missing)];
}
