import path from 'node:path';
import { root } from '../setup/paths.mjs';

/** Topics whose words are read back or stand for a unit: they stay as they are. */
const spared = new Set([
  'en',

  'cli',
  'main',
  'tables',
  'file-format',
  'name-list',
  'rhythm',
  'visits',
]);

const helper = path.join(root, 'scripts', 'build', 'pseudo-words.mjs');
const folder = path.join(root, 'shared', 'text') + path.sep;

/**
 * Writes every text of the catalogue in letters with accents and about 40 % longer: what stays plain on the screen is
 * outside the catalogue, and what does not fit would not fit a longer language.
 * @returns {import('vite').Plugin}
 */
export function pseudoText() {
  return {
    name: 'pseudo-text',
    transform(code, id) {
      const file = id.split('?')[0];
      if (!file.startsWith(folder) || spared.has(path.basename(file, '.ts'))) return null;
      const names = [...code.matchAll(/^export const (\w+)(?:: [^=]+)? = \{/gm)].map(([, name]) => name);
      if (names.length === 0) return null;
      const calls = names.map((name) => `rewrite(${name});`).join('\n');
      return { code: `import { rewrite } from ${JSON.stringify(helper)};\n${code}\n${calls}\n`, map: null };
    },
  };
}
