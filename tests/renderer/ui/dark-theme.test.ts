import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../renderer');
const tokens = 'ui/tokens.css';
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** What the blocks for the dark theme declare, line by line. */
function declaredForDark(css: string): string[] {
  const blocks = [...css.matchAll(/\[data-theme="dark"\] \{([^}]*)\}/g)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.split('\n').map((line) => line.trim()))
    .filter((line) => line !== '');
}

// The end-to-end checks of accessibility rely on this: in the dark they ask the rules of colours alone.
describe('the dark theme', () => {
  it('is nothing but other colours and shadows by name', () => {
    const declared = declaredForDark(textOf(tokens));
    expect(declared.length).toBeGreaterThan(50);
    const others = declared.filter((line) => !/^--[\w]+: (#[0-9a-f]{6}|0 [^;]*rgb\([^;]*\));$/.test(line));
    expect(others).toEqual(['color-scheme: dark;']);
  });

  it('is known to no other style sheet', () => {
    const sheets = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((file) =>
      file.endsWith('.css'),
    );
    expect(sheets).toContain(tokens);
    const knowing = sheets.filter((file) =>
      /data-theme|prefers-color-scheme|light-dark\(/.test(textOf(file)),
    );
    expect(knowing).toEqual([tokens]);
  });
});
