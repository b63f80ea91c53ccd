import { basename, join } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript entry into one file that Node runs; answers its path. Packages that are `external` are found from the folder. */
export async function bundleForNode(
  entry: string,
  folder: string,
  external: readonly string[] = [],
): Promise<string> {
  const name = `${basename(entry, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(folder, name);
}
