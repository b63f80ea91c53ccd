import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-command';

/** One promise of RELIABILITY.md. */
export interface NamedPromise {
  /** `R4`. */
  readonly id: string;
  readonly heading: string;
  /** The files that it names, relative to the checkout. */
  readonly files: readonly string[];
  /** Those of them that hold tests which run with every change. */
  readonly tests: readonly string[];
  /** The long proofs that it names, without their endings. */
  readonly proofs: readonly string[];
}

/** RELIABILITY.md as it stands. */
export const reliabilityPage = readFileSync(path.join(root, 'RELIABILITY.md'), 'utf8');

const named = (text: string, form: RegExp): string[] => [
  ...new Set([...text.matchAll(form)].map(([, name = '']) => name)),
];

/** The promises of RELIABILITY.md in their order. */
export const promises: readonly NamedPromise[] = [
  ...reliabilityPage.matchAll(/^### ([RS]\d+) (.+)\n([\s\S]*?)(?=^##)/gm),
].map(([, id = '', heading = '', text = '']) => {
  const files = named(text, /`(tests\/[\w./-]+)`/g);
  return {
    id,
    heading,
    files,
    tests: files.filter(
      (file) => /\.(?:test\.tsx?|spec\.ts)$/.test(file) && !file.startsWith('tests/package/'),
    ),
    proofs: named(text, /`npm run prove -- ([\w-]+)`/g),
  };
});

/** The long proofs that there are, without their endings. */
export const longProofs: readonly string[] = readdirSync(path.join(root, 'tests/reliability')).flatMap(
  (name) => /^(.+)\.(?:proof|root)\.ts$/.exec(name)?.[1] ?? [],
);
