import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { WriteOptions, WriteResult } from '../../main/files/write-safely';

/** One save for the saving process; `fault` (kind/N) arms the shim for this save alone. */
export interface SaveJob {
  readonly path: string;
  readonly content: string;
  readonly options: WriteOptions;
  readonly fault?: string;
}

/** How the saving process is started. */
export interface SaverStart {
  readonly script: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
}

/** A process that saves with the product's own code, so that it may be killed or made to fail. */
export class Saver {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;

  constructor({ script, env, uid }: SaverStart) {
    this.#child = spawn(process.execPath, [script], {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(env === undefined ? {} : { env }),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.#ended = once(this.#child, 'close');
    this.#child.stdin?.on('error', () => undefined);
    if (this.#child.stdout === null) throw new Error('the saving process has no output');
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Its result, or null when the process died before it could answer. */
  async save(job: SaveJob): Promise<WriteResult | null> {
    this.#child.stdin?.write(`${JSON.stringify(job)}\n`);
    const { value, done } = await this.#answers.next();
    return done === true ? null : JSON.parse(value);
  }

  /** Lets it go on after the shim stopped it. */
  resume(): void {
    this.#child.kill('SIGCONT');
  }

  /** Ends it at once, at whatever moment. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Lets it end and waits until it has. */
  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }
}
