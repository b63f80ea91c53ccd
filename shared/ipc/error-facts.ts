/** The kinds of errors that are told apart in the log; every other name becomes `other`. */
export const errorNames = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'URIError',
  'AggregateError',
  'AbortError',
  'DataCloneError',
  'InvalidStateError',
  'NotAllowedError',
  'NotFoundError',
  'QuotaExceededError',
  'SecurityError',
  'ZodError',
  'other',
] as const;
type ErrorName = (typeof errorNames)[number];

/** What the messages of errors come to. The message itself may quote a document, so it is never kept. */
const sayings = [
  ['undefined-property', /^Cannot (?:read|set) propert(?:y|ies) of (?:undefined|null)/],
  ['not-a-function', / is not a function/],
  ['not-iterable', / is not iterable/],
  ['not-defined', / is not defined/],
  ['used-too-early', /before initialization/],
  ['too-deep', /Maximum call stack size exceeded/],
  ['too-long', /^Invalid (?:array|string|typed array) length/],
  ['no-memory', /out of memory|memory limit|allocation failed/i],
  ['not-json', /JSON/],
  ['drawing', /^Minified React error #\d/],
  ['script-missing', /dynamically imported module|Failed to load module script/],
  ['call-failed', /^Error invoking remote method/],
  ['resize-loop', /^ResizeObserver loop/],
  ['policy', /Content Security Policy|TrustedScript|TrustedHTML/],
  ['window-gone', /[Oo]bject has been destroyed|the window is gone/],
  ['wrong-arguments', /^refused/],
] as const;
export const saidKinds = [...sayings.map(([kind]) => kind), 'something-else'] as const;
type Said = (typeof sayings)[number][0] | 'something-else';

/** A place in a script of ours: `main/app.js:12:34`, `assets/editor-CbapLJ0Z.js:1:22`. */
export const framePattern =
  /^(?:main|preload|cli|assets)(?:\/[A-Za-z0-9_][\w.-]{0,60}){1,3}\.c?js:\d{1,7}:\d{1,7}$/;

/** The most places that are kept of one error. */
export const mostFrames = 12;

/** What may be known of an error without its message: no text, no name and no folder of the user can be in it. */
export interface ErrorFacts {
  readonly error: ErrorName;
  readonly said: Said;
  readonly frames: readonly string[];
}

const placeInScript =
  /(?:[/\\]out|^app:\/\/streamwright|\(app:\/\/streamwright)[/\\]((?:main|preload|cli|assets)(?:[/\\][\w.-]+){1,3}):(\d+):(\d+)\)?$/;

/** The places of our own scripts in a stack, nearest first; `message` is cut off before anything is read. */
export function framesOf(stack: string, message: string): readonly string[] {
  const start = message === '' ? -1 : stack.indexOf(message);
  const rest = start < 0 ? stack : stack.slice(start + message.length);
  return rest
    .split('\n')
    .flatMap((line) => {
      const [, file, row, column] = placeInScript.exec(line.trim().replace(/^at /, '')) ?? [];
      if (file === undefined || row === undefined || column === undefined) return [];
      return [`${file.replaceAll('\\', '/')}:${row}:${column}`];
    })
    .filter((frame) => framePattern.test(frame))
    .slice(0, mostFrames);
}

function isErrorName(name: unknown): name is ErrorName {
  return errorNames.some((known) => known === name);
}

/** True for what Chromium reports although nothing failed: sizes are told one frame later where a change of size led to another. */
export function isHarmless(message: string): boolean {
  return message.startsWith('ResizeObserver loop');
}

/** What may be kept of anything that was thrown. */
export function factsOf(thrown: unknown): ErrorFacts {
  if (!(thrown instanceof Error)) return { error: 'other', said: 'something-else', frames: [] };
  const { name, message, stack = '' } = thrown;
  const said = sayings.find(([, form]) => form.test(message))?.[0] ?? 'something-else';
  return { error: isErrorName(name) ? name : 'other', said, frames: framesOf(stack, message) };
}
