import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { buildShim, shimVariables } from '../../fault-shim/build-shim';
import { type Operation, operationsSince } from '../../fault-shim/operations';

/** A disk that fails when it is told to, below folders of a running app; see tests/fault-shim/fault-shim.c. */
export class Faults {
  readonly #library: string;
  readonly #log: string;

  /** Compiles the shim into a folder, where its log goes too. */
  constructor(folder: string) {
    this.#library = buildShim(folder);
    this.#log = path.join(folder, 'faults.log');
  }

  /** The variables with which the app is started. */
  variables(...roots: readonly string[]): Record<string, string> {
    return shimVariables(this.#library, roots.join(':'), this.#log);
  }

  /** Arms the shim in the main process: `eio/2/fsync` makes the second flush fail, `none/0` heals the disk. */
  async arm(app: ElectronApplication, order: string): Promise<void> {
    await app.evaluate((_electron, name) => {
      try {
        process.getBuiltinModule('node:fs').openSync(name, 'r');
      } catch {
        // The shim hears the name, and there is no such file.
      }
    }, `/fault-shim/arm/${order}`);
  }

  /** What the app did to files since it was armed so. */
  operationsSince(order: string): readonly Operation[] {
    return operationsSince(this.#log, order);
  }

  /** Whether the disk failed since it was armed so. */
  hasFailed(order: string): boolean {
    return this.operationsSince(order).some(({ fate }) => fate !== 'none');
  }
}
