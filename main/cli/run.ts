import { cliText } from '../../shared/text/cli';
import { check } from './commands/check';
import { exportMap } from './commands/export';
import { figures } from './commands/figures';
import { importFile } from './commands/import';
import { newProject } from './commands/new';
import { listRules } from './commands/rules';
import { salvageFile } from './commands/salvage';
import { listTemplates } from './commands/templates';
import { validate } from './commands/validate';
import { BadInput, type CliCommand, type ExitCode, exitCodes, type Io } from './io';

const commands: ReadonlyMap<string, CliCommand> = new Map([
  ['check', check],
  ['figures', figures],
  ['export', exportMap],
  ['import', importFile],
  ['validate', validate],
  ['salvage', salvageFile],
  ['new', newProject],
  ['templates', listTemplates],
  ['rules', listRules],
]);

async function runCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(cliText.help(io.version));
    return exitCodes.done;
  }
  if (name === '--version') {
    io.out(`${io.version}\n`);
    return exitCodes.done;
  }
  if (name === undefined) throw new BadInput(cliText.noCommand);
  const command = commands.get(name);
  if (command === undefined) throw new BadInput(cliText.unknownCommand(name));
  if (rest.includes('--help')) {
    io.out(cliText.usageOf(command.usage));
    return exitCodes.done;
  }
  return await command.run(rest, io);
}

/** Runs one command line (without the program's name) and gives its exit code; never rejects. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runCommand(args, io);
  } catch (error) {
    if (error instanceof BadInput) {
      io.err([...error.details, error.message, ''].join('\n'));
      return exitCodes.bad;
    }
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(`${cliText.internal(problem)}\n`);
    return exitCodes.internal;
  }
}
