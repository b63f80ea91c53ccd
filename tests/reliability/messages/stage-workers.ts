import type { ElectronApplication } from '@playwright/test';

/** Runs a script in the place of the next worker of a kind that the app starts, with a heap of so many MB: what no file of a size worth keeping makes a worker do. */
export async function inPlaceOfWorkers(
  app: ElectronApplication,
  kind: 'import' | 'export',
  script: string,
  heap?: number,
): Promise<void> {
  await app.evaluate(
    (_electron, wish) => {
      const threads = process.getBuiltinModule('node:worker_threads');
      const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
      const Own = threads.Worker;
      const limits = wish.heap === undefined ? {} : { maxOldGenerationSizeMb: wish.heap };
      class Other extends Own {
        constructor(file: string | URL, options?: ConstructorParameters<typeof Own>[1]) {
          const isMeant = String(file).includes(`${wish.kind}-worker`);
          const { resourceLimits, ...rest } = options ?? {};
          if (isMeant)
            super(wish.script, { ...rest, eval: true, resourceLimits: { ...resourceLimits, ...limits } });
          else super(file, options);
          threads.Worker = Own;
          syncBuiltinESMExports();
        }
      }
      threads.Worker = Other;
      syncBuiltinESMExports();
    },
    { kind, script, heap },
  );
}
