/** An import that breaks a boundary: the file that makes it, what it imports, and words of the way out it is told. */
export interface Violation {
  readonly what: string;
  readonly file: string;
  readonly imports: string;
  readonly wayOut: string;
}

const PURE = 'shared is pure';
const NO_ELECTRON = 'run without Electron';
const PAGE = 'Ask the main process through bridge';

/** One sample for each sentence of "who may import whom" in ARCHITECTURE.md. */
export const violations: readonly Violation[] = [
  { what: 'shared uses Node', file: 'shared/commands/x.ts', imports: 'node:fs/promises', wayOut: PURE },
  { what: 'shared uses Node by its old name', file: 'shared/tables/x.ts', imports: 'fs', wayOut: PURE },
  { what: 'shared uses Electron', file: 'shared/drawing/x.ts', imports: 'electron', wayOut: PURE },
  { what: 'shared uses React', file: 'shared/layout/x.ts', imports: 'react', wayOut: PURE },
  {
    what: 'shared uses main',
    file: 'shared/file-format/x.ts',
    imports: '../../main/files/durable',
    wayOut: PURE,
  },
  {
    what: 'shared uses the page',
    file: 'shared/simulation/x.ts',
    imports: '../../renderer/store',
    wayOut: PURE,
  },
  {
    what: 'shared uses tests',
    file: 'shared/ipc/x.ts',
    imports: '../../tests/helpers/build-map',
    wayOut: PURE,
  },
  {
    what: 'the catalogue uses the model',
    file: 'shared/catalogue/x.ts',
    imports: '../model/project',
    wayOut: 'The catalogue is data',
  },
  {
    what: 'a folder of the catalogue uses zod',
    file: 'shared/catalogue/itil4/x.ts',
    imports: 'zod',
    wayOut: 'The catalogue is data',
  },
  {
    what: 'the text catalogue uses figures',
    file: 'shared/text/x.ts',
    imports: '../figures/types',
    wayOut: 'pass what a sentence tells',
  },
  {
    what: 'the model uses figures',
    file: 'shared/model/x.ts',
    imports: '../figures/lead-time',
    wayOut: 'shared/model may import only',
  },
  {
    what: 'figures use the analysis',
    file: 'shared/figures/x.ts',
    imports: '../analysis/facts',
    wayOut: 'shared/figures may import only',
  },
  {
    what: 'figures use immer',
    file: 'shared/figures/x.ts',
    imports: 'immer',
    wayOut: 'shared/figures may import only',
  },
  {
    what: 'a rule uses another rule',
    file: 'shared/analysis/rules/x.ts',
    imports: './y',
    wayOut: 'never another rule',
  },
  {
    what: 'a rule uses a command',
    file: 'shared/analysis/rules/x.ts',
    imports: '../../drawing/scene',
    wayOut: 'A rule may import',
  },
  {
    what: 'main uses the page',
    file: 'main/handlers/x.ts',
    imports: '../../renderer/store',
    wayOut: 'never the page',
  },
  { what: 'main uses React', file: 'main/window.ts', imports: 'react', wayOut: 'never the page' },
  {
    what: 'an unnamed file of main uses Electron',
    file: 'main/other.ts',
    imports: 'electron',
    wayOut: 'electron only in app, window',
  },
  {
    what: 'main uses tests',
    file: 'main/app.ts',
    imports: '../tests/helpers/build-map',
    wayOut: 'the tests',
  },
  { what: 'files use Electron', file: 'main/files/x.ts', imports: 'electron', wayOut: NO_ELECTRON },
  { what: 'files use the window', file: 'main/files/x.ts', imports: '../window', wayOut: NO_ELECTRON },
  {
    what: 'an export uses Electron',
    file: 'main/export/png.ts',
    imports: 'electron/main',
    wayOut: NO_ELECTRON,
  },
  {
    what: 'the command line uses a handler',
    file: 'main/cli/x.ts',
    imports: '../handlers/document',
    wayOut: NO_ELECTRON,
  },
  {
    what: 'the preload script uses Node',
    file: 'main/preload.ts',
    imports: 'node:fs',
    wayOut: 'the smallest door',
  },
  { what: 'the page uses Node', file: 'renderer/panels/x.ts', imports: 'node:path', wayOut: PAGE },
  { what: 'the page uses Electron', file: 'renderer/store.ts', imports: 'electron', wayOut: PAGE },
  { what: 'the page uses main', file: 'renderer/bridge.ts', imports: '../main/ipc', wayOut: PAGE },
  {
    what: 'a panel uses React Flow',
    file: 'renderer/panels/x.tsx',
    imports: '@xyflow/react',
    wayOut: 'renderer/canvas alone',
  },
  { what: 'the canvas uses Node', file: 'renderer/canvas/x.ts', imports: 'node:fs', wayOut: 'no Node' },
  {
    what: 'ui uses shared',
    file: 'renderer/ui/x.tsx',
    imports: '../../shared/model/project',
    wayOut: 'ui knows nothing',
  },
  { what: 'ui uses the store', file: 'renderer/ui/x.tsx', imports: '../store', wayOut: 'ui knows nothing' },
];

/** Imports that the table allows; a rule that forbids everything would catch every violation too. */
export const allowed: readonly Omit<Violation, 'wayOut'>[] = [
  { what: 'shared uses immer', file: 'shared/commands/x.ts', imports: 'immer' },
  { what: 'the model uses the catalogue', file: 'shared/model/x.ts', imports: '../catalogue/types' },
  { what: 'figures use the model', file: 'shared/figures/x.ts', imports: '../model/project' },
  { what: 'a rule uses facts', file: 'shared/analysis/rules/x.ts', imports: '../facts' },
  { what: 'a rule uses a figure', file: 'shared/analysis/rules/x.ts', imports: '../../figures/types' },
  { what: 'a handler uses Electron', file: 'main/handlers/x.ts', imports: 'electron' },
  { what: 'files use Node and shared', file: 'main/files/x.ts', imports: '../../shared/model/project' },
  { what: 'the preload script uses Electron', file: 'main/preload.ts', imports: 'electron' },
  { what: 'the canvas uses React Flow', file: 'renderer/canvas/x.tsx', imports: '@xyflow/react' },
  { what: 'a panel uses shared', file: 'renderer/panels/x.tsx', imports: '../../shared/figures/types' },
];

const longFunction = `export function long(): number {\n${'  Math.abs(1);\n'.repeat(70)}  return 1;\n}\n`;
const longFile = `/** A number. */\nexport const one = 1;\n${'// a line\n'.repeat(310)}`;

/** Code that breaks a rule other than a boundary: the file, its text and the rule's name. */
export const misdeeds: readonly {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}[] = [
  {
    what: 'shared reads the clock',
    file: 'shared/model/x.ts',
    text: 'export const a = Date.now();',
    rule: 'no-restricted-properties',
  },
  {
    what: 'shared makes a date of now',
    file: 'shared/model/x.ts',
    text: 'export const a = new Date();',
    rule: 'no-clock',
  },
  {
    what: 'shared makes a text of now',
    file: 'shared/model/x.ts',
    text: 'export const a = Date();',
    rule: 'no-clock',
  },
  {
    what: 'shared throws dice',
    file: 'shared/simulation/x.ts',
    text: 'export const a = Math.random();',
    rule: 'no-restricted-properties',
  },
  {
    what: 'shared measures time',
    file: 'shared/figures/x.ts',
    text: 'export const a = performance.now();',
    rule: 'no-restricted-globals',
  },
  {
    what: 'shared looks at the page',
    file: 'shared/drawing/x.ts',
    text: 'export const a = document.title;',
    rule: 'no-restricted-globals',
  },
  {
    what: 'a file exports a default',
    file: 'main/files/x.ts',
    text: 'export default 1;',
    rule: 'no-default-export',
  },
  {
    what: 'a file is named in camel case',
    file: 'shared/model/someThing.ts',
    text: 'export const a = 1;',
    rule: 'filename-case',
  },
  { what: 'a file is too long', file: 'renderer/panels/x.ts', text: longFile, rule: 'max-lines' },
  {
    what: 'a function is too long',
    file: 'renderer/panels/x.ts',
    text: longFunction,
    rule: 'max-lines-per-function',
  },
  {
    what: 'a type is any',
    file: 'shared/model/x.ts',
    text: 'export const a = (x: any): unknown => x;',
    rule: 'no-explicit-any',
  },
  {
    what: 'a hook is called in a condition',
    file: 'renderer/panels/x.tsx',
    text: "import { useState } from 'react';\nexport function A({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
    rule: 'rules-of-hooks',
  },
  {
    what: 'a picture has no text',
    file: 'renderer/panels/x.tsx',
    text: 'export const A = () => <img src="a.png" />;',
    rule: 'alt-text',
  },
  {
    what: 'a test is narrowed',
    file: 'tests/x.test.ts',
    text: "import { expect, it } from 'vitest';\nit.only('is alone', () => {\n  expect(1).toBe(1);\n});\n",
    rule: 'no-focused-tests',
  },
];
