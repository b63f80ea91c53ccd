/** A sentence of progress for the person at the terminal; on standard error, so that output stays clean. */
export function say(text) {
  if (process.env.STREAMWRIGHT_QUIET !== '1') process.stderr.write(`${text}\n`);
}

/** An expected failure: told in words, without a stack. */
export class SetupError extends Error {}

/** Runs a script's main function and turns what goes wrong into words and an exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
