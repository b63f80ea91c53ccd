import { cliText } from '../../shared/text/cli';
import { BadInput } from './io';

/** What a command takes: operands by name in their order, and options with their choices (`null`: any text). */
export interface ArgumentShape {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, readonly string[] | null>>;
}

export interface Arguments {
  readonly operand: (name: string) => string;
  readonly option: (name: string) => string | null;
}

const shortOptions: Readonly<Record<string, string>> = { '-o': '--output' };

interface Parsed {
  readonly operands: string[];
  readonly options: Map<string, string>;
}

function readOption(args: readonly string[], at: number, shape: ArgumentShape, into: Parsed): number {
  const written = args[at] ?? '';
  const equals = written.startsWith('--') ? written.indexOf('=') : -1;
  const typed = equals < 0 ? written : written.slice(0, equals);
  const name = Object.hasOwn(shortOptions, typed) ? (shortOptions[typed] ?? typed) : typed;
  if (!Object.hasOwn(shape.options, name)) throw new BadInput(cliText.unknownOption(typed));
  const value = equals < 0 ? args[at + 1] : written.slice(equals + 1);
  if (value === undefined || value === '') throw new BadInput(cliText.optionWithoutValue(typed));
  if (into.options.has(name)) throw new BadInput(cliText.repeatedOption(typed));
  const choices = shape.options[name] ?? null;
  if (choices !== null && !choices.includes(value))
    throw new BadInput(cliText.badChoice(typed, value, choices.join(', ')));
  into.options.set(name, value);
  return equals < 0 ? at + 2 : at + 1;
}

/** Reads the arguments of a command; throws `BadInput` with one sentence for whatever does not fit. Behind `--` everything is an operand. */
export function readArguments(args: readonly string[], shape: ArgumentShape): Arguments {
  const parsed: Parsed = { operands: [], options: new Map() };
  let at = 0;
  let isPlain = false;
  while (at < args.length) {
    const arg = args[at] ?? '';
    if (!isPlain && arg === '--') {
      isPlain = true;
      at += 1;
    } else if (!isPlain && arg.startsWith('-') && arg !== '-') at = readOption(args, at, shape, parsed);
    else {
      parsed.operands.push(arg);
      at += 1;
    }
  }
  const surplus = parsed.operands[shape.operands.length];
  if (surplus !== undefined) throw new BadInput(cliText.surplus(surplus));
  return {
    operand: (name) => {
      const value = parsed.operands[shape.operands.indexOf(name)];
      if (value === undefined || value === '') throw new BadInput(cliText.noOperand(name));
      return value;
    },
    option: (name) => parsed.options.get(name) ?? null,
  };
}

/** The value of an option that must be there. */
export function demand(args: Arguments, name: string): string {
  const value = args.option(name);
  if (value === null) throw new BadInput(cliText.missingOption(name === '--output' ? '-o' : name));
  return value;
}

/** The value of an option among its choices, or the one that holds without it. */
export function choice<T extends string>(
  args: Arguments,
  name: string,
  choices: readonly T[],
  otherwise: T,
): T {
  const value = args.option(name);
  return choices.find((each) => each === value) ?? otherwise;
}

/** The date of `--today`, or today. */
export function dateOption(args: Arguments, today: string): string {
  const found = args.option('--today');
  if (found === null) return today;
  const time = Date.parse(`${found}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(time);
  if (!isDate || !new Date(time).toISOString().startsWith(found)) throw new BadInput(cliText.badDate(found));
  return found;
}
