import { parseSync, type Plugin } from 'vite';
import { mostPlaces } from './hits';

/** What is counted: our own code, and the packages that read what comes from outside. */
const counted = /\/(?:shared|main|renderer)\/|\/node_modules\/(?:fast-xml-parser|fflate|papaparse)\//;

/** The places of one file: from this number, so many. */
export interface CountedFile {
  readonly file: string;
  readonly from: number;
  readonly count: number;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const childrenOf = (node: SyntaxNode): SyntaxNode[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

/** Statements and expressions that run only sometimes: each gets a counter of its own. */
function branchesOf(node: SyntaxNode): unknown[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'CatchClause':
      return [node['body']];
    case 'IfStatement':
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']];
    case 'LogicalExpression':
      return [node['right']];
    default:
      return [];
  }
}

/** Counters put into the text of a module, the first with the number `from`; answers the text and how many there are. */
export function withCounters(code: string, from: number): { code: string; count: number } {
  let count = 0;
  const pieces: { at: number; text: string }[] = [];
  const tick = (): string => `fuzzHits[${from + count++}]++`;
  const mark = (branch: SyntaxNode): void => {
    if (branch.type === 'BlockStatement') pieces.push({ at: branch.start + 1, text: `${tick()};` });
    else if (branch.type.endsWith('Statement'))
      pieces.push({ at: branch.start, text: `{${tick()};` }, { at: branch.end, text: '}' });
    else pieces.push({ at: branch.start, text: `(${tick()},` }, { at: branch.end, text: ')' });
  };
  const visit = (node: SyntaxNode): void => {
    for (const branch of branchesOf(node)) if (isNode(branch)) mark(branch);
    const [first] = node.type === 'SwitchCase' && Array.isArray(node['consequent']) ? node['consequent'] : [];
    if (isNode(first)) pieces.push({ at: first.start, text: `${tick()};` });
    for (const child of childrenOf(node)) visit(child);
    // What closes an outer branch comes after what closes the inner one, and was pushed before it.
  };
  visit(parseSync('module.js', code).program as unknown as SyntaxNode);
  return { code: inserted(code, pieces), count };
}

/** Pieces put in at their places; of those at one place closing ones from the inside out, then opening ones from the outside in. */
function inserted(code: string, pieces: readonly { at: number; text: string }[]): string {
  const isClosing = (text: string): boolean => text === ')' || text === '}';
  const closing = pieces.filter(({ text }) => isClosing(text)).reverse();
  const opening = pieces.filter(({ text }) => !isClosing(text));
  let end = 0;
  let made = '';
  for (const { at, text } of [...closing, ...opening].sort((a, b) => a.at - b.at)) {
    made += code.slice(end, at) + text;
    end = at;
  }
  return made + code.slice(end);
}

/** A plugin that counts in `globalThis.fuzzHits` which branches ran; `files` gets the places of each module. */
export function countBranches(files: CountedFile[]): Plugin {
  let next = 0;
  return {
    name: 'count-branches',
    enforce: 'post',
    transform(code, id) {
      if (!counted.test(id) || !/\.(?:[cm]?[jt]sx?)$/.test(id) || id.includes('/tests/')) return null;
      const made = withCounters(code, next);
      if (next + made.count > mostPlaces) throw new RangeError('more places than can be counted');
      files.push({ file: id, from: next, count: made.count });
      next += made.count;
      return { code: made.code, map: null };
    },
  };
}
