/** Where a command prints to, and what it is told of the world. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** ISO date of today. */
  readonly today: string;
  readonly version: string;
  /** The built thread that reads foreign files behind limits; null to read them in this one. */
  readonly importWorker: string | null;
}

/** Exit codes of the command line. */
export const exitCodes = { done: 0, findings: 1, bad: 2, internal: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Bad usage or bad input: its message is the sentence for the user, exit code 2. */
export class BadInput extends Error {
  /** More lines, one for each thing that is wrong. */
  readonly details: readonly string[];

  constructor(sentence: string, details: readonly string[] = []) {
    super(sentence);
    this.name = 'BadInput';
    this.details = details;
  }
}

/** One command: its line of usage, and what it does with the arguments behind its name. */
export interface CliCommand {
  readonly usage: string;
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}
