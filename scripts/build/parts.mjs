import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { licencesModule } from './licences.mjs';
import { lightStart } from './light-start.mjs';
import { pseudoText } from './pseudo-text.mjs';

/** The oldest Node and Chromium that the product runs on: those of Electron 33. */
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

/** Not bundled: given by Electron, native code, or code that reads data files beside itself. */
export const notBundled = ['electron', '@resvg/resvg-js', 'pdfkit', 'fontkit', 'subset-font'];

/**
 * Refuses modules from folders whose changes would not make the part stale.
 * @returns {import('vite').Plugin}
 */
function onlyFrom(folders) {
  const isAllowed = (file) =>
    !path.isAbsolute(file) ||
    path.relative(root, file).startsWith('..') ||
    ['node_modules', 'package.json', ...folders].some((name) => {
      const relative = path.relative(path.join(root, name), file);
      return !relative.startsWith('..');
    });
  return {
    name: 'only-from-inputs',
    buildEnd() {
      const files = [...this.getModuleIds()].map((id) => id.split('?')[0]);
      const strange = files.find((file) => !isAllowed(file));
      if (strange)
        this.error(`${strange} lies outside ${folders.join(', ')}: a change there would go unnoticed`);
    },
  };
}

/** Threads beside the main program: each is a file of its own next to it, called by its name. */
const importThread = { 'import-worker': 'main/import/import-worker.ts' };
const exportThread = { 'export-worker': 'main/export/export-worker.ts' };

/**
 * One program for Node, with the threads that it starts.
 * @returns {(outDir: string) => import('vite').InlineConfig}
 */
function nodePart(entry, format, fileName, inputs, started = {}) {
  const entries = { [path.basename(fileName, path.extname(fileName))]: entry, ...started };
  return (outDir) => ({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [onlyFrom(inputs)],
    ssr: { noExternal: true, external: notBundled, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: NODE_TARGET,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, path.join(root, file)]),
        ),
        output: {
          format,
          entryFileNames: `[name]${path.extname(fileName)}`,
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  });
}

/** What the first frame of the page does not need, and so must not wait for. */
const HEAVY = [
  'node_modules/@xyflow',
  'renderer/canvas',
  'shared/analysis',
  'shared/catalogue',
  'shared/drawing',
  'shared/figures',
  'shared/layout',
  'shared/tables',
];

/** @returns {Promise<import('vite').InlineConfig>} */
async function rendererPart(outDir, more = []) {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    root: path.join(root, 'renderer'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [
      react(),
      licencesModule(),
      onlyFrom(['renderer', 'shared', 'scripts/build']),
      lightStart(root, 'renderer/main.tsx', HEAVY),
      ...more,
    ],
    worker: { format: 'es', plugins: () => [onlyFrom(['renderer', 'shared'])] },
    build: {
      outDir,
      emptyOutDir: true,
      target: CHROMIUM_TARGET,
      // The page's content security policy lets fonts and workers come from files only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
  };
}

/** The page with every text of the catalogue in strange letters and longer, for the test that nothing is outside it. */
const pseudoPart = {
  name: 'pseudo',
  inputs: ['renderer', 'shared'],
  entry: 'renderer/index.html',
  output: 'index.html',
  config: (outDir) => rendererPart(outDir, [pseudoText()]),
};

/** The four parts of the product: what makes each stale, its main output below out/, its Vite settings. */
export const parts = [
  {
    name: 'main',
    inputs: ['main', 'shared'],
    entry: 'main/app.ts',
    output: 'app.js',
    config: nodePart('main/app.ts', 'es', 'app.js', ['main', 'shared'], {
      ...importThread,
      ...exportThread,
    }),
  },
  {
    name: 'preload',
    inputs: ['main/preload.ts', 'shared'],
    entry: 'main/preload.ts',
    output: 'preload.cjs',
    config: nodePart('main/preload.ts', 'cjs', 'preload.cjs', ['main/preload.ts', 'shared']),
  },
  {
    name: 'renderer',
    inputs: ['renderer', 'shared'],
    entry: 'renderer/index.html',
    output: 'index.html',
    config: rendererPart,
  },
  {
    name: 'cli',
    inputs: ['main', 'shared'],
    entry: 'main/cli/streamwright.ts',
    output: 'streamwright.js',
    config: nodePart('main/cli/streamwright.ts', 'es', 'streamwright.js', ['main', 'shared'], importThread),
  },
];

/** Parts that are built only when they are named. */
export const testParts = [pseudoPart];
