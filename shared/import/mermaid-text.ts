import { plainText } from './xml';

/** A node as it stands in a line: its id, and what its brackets tell. */
export interface MermaidNode {
  readonly id: string;
  /** As it stands in the brackets, with its marks; null without any. */
  readonly label: string | null;
  /** The bracket that opens it, `[`, `{`, `([`; empty without one. */
  readonly bracket: string;
  readonly style: string;
}

/** A link between the nodes before and after it. */
export interface MermaidLink {
  readonly label: string;
  readonly isDotted: boolean;
  readonly isThick: boolean;
  /** Drawn with arrow heads at the far end, the near end. */
  readonly heads: readonly [boolean, boolean];
}

/** Brackets from the longest on, with what closes them. */
const brackets: readonly (readonly [string, readonly string[]])[] = [
  ['(((', [')))']],
  ['([', ['])']],
  ['[[', [']]']],
  ['[(', [')]']],
  ['((', ['))']],
  ['{{', ['}}']],
  ['[/', ['/]', '\\]']],
  ['[\\', ['\\]', '/]']],
  ['(', [')']],
  ['[', [']']],
  ['{', ['}']],
  ['>', [']']],
];

/** Words of a label: without quotation marks, marks of Markdown and HTML. */
export function wordsIn(text: string): string {
  const bare = text
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/, '$2')
    .replace(/^`([\s\S]*)`$/, '$1');
  const coded = bare.replace(/#(\d{1,7});/g, '&#$1;').replace(/#(amp|lt|gt|quot|apos);/g, '&$1;');
  return plainText(coded.replace(/<br\s*\/?>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, ''))
    .replace(/\\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the text in brackets ends: at what closes them, outside quotation marks. */
function closingAt(
  line: string,
  from: number,
  closers: readonly string[],
): { at: number; closer: string } | null {
  let isQuoted = false;
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    const closer = isQuoted ? undefined : closers.find((each) => line.startsWith(each, at));
    if (closer !== undefined) return { at, closer };
  }
  return null;
}

const idPattern = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>=])|-(?=[\p{L}\p{N}_]))*/uy;

/** The node that begins at a place of a line, and where it ends; null where there is none. */
export function readNode(
  line: string,
  from: number,
): { readonly node: MermaidNode; readonly end: number } | null {
  idPattern.lastIndex = from;
  const id = idPattern.exec(line)?.[0];
  if (id === undefined) return null;
  let end = from + id.length;
  let [label, bracket]: [string | null, string] = [null, ''];
  const shaped = /^@\{([^}]*)\}/.exec(line.slice(end));
  if (shaped) {
    const [whole, fields = ''] = shaped;
    const shape = /\bshape\s*:\s*["']?([\w-]+)/.exec(fields)?.[1] ?? '';
    const told = /\blabel\s*:\s*("[^"]*"|'[^']*'|[^,}]+)/.exec(fields)?.[1];
    label = told ?? null;
    bracket = `@${shape}`;
    end += whole.length;
  } else {
    const open = brackets.find(([each]) => line.startsWith(each, end));
    if (open) {
      const close = closingAt(line, end + open[0].length, open[1]);
      if (close === null) return null;
      label = line.slice(end + open[0].length, close.at);
      [bracket] = open;
      end = close.at + close.closer.length;
    }
  }
  const style = /^:::([\w-]+)/.exec(line.slice(end));
  if (style) end += style[0].length;
  return { node: { id, label, bracket, style: style?.[1] ?? '' }, end };
}

const linkPattern =
  /\s*(?:[\p{L}\p{N}_-]+@)?([<ox](?=[-=]))?(?:(-{2,}|={2,}|-\.+-?|~{3,})(?:([>ox])(?![\p{L}\p{N}_])|(>))?)(?:\s*\|((?:"[^"]*"|[^|"])*)\|)?\s*/uy;
const spokenPattern =
  /\s*([<ox](?=[-=]))?(?:(--)\s+(.+?)\s+-{2,}(>|[ox](?=\s))?|(==)\s+(.+?)\s+={2,}(>|[ox](?=\s))?|(-\.)\s*(.+?)\s*\.+-(>|[ox](?=\s))?)\s*/uy;

/** The link that begins at a place of a line, and where it ends; null where there is none. */
export function readLink(
  line: string,
  from: number,
): { readonly link: MermaidLink; readonly end: number } | null {
  spokenPattern.lastIndex = from;
  const spoken = spokenPattern.exec(line);
  const words = spoken?.[3] ?? spoken?.[6] ?? spoken?.[9];
  // `A -- text --> B`, but not `A --> B --> C`, where the text would hold an arrow.
  if (spoken && words !== undefined && !/^[->=.|]|--|==/.test(words)) {
    const head = spoken[4] ?? spoken[7] ?? spoken[10];
    const link = {
      label: wordsIn(words),
      isDotted: spoken[8] !== undefined,
      isThick: spoken[5] !== undefined,
      heads: [head !== undefined, spoken[1] !== undefined] as const,
    };
    return { link, end: spokenPattern.lastIndex };
  }
  linkPattern.lastIndex = from;
  const plain = linkPattern.exec(line);
  if (!plain) return null;
  const [, near, stroke = '', odd, arrow, label = ''] = plain;
  const hasHead = odd !== undefined || arrow !== undefined;
  const link = {
    label: wordsIn(label),
    isDotted: stroke.startsWith('-.'),
    isThick: stroke.startsWith('='),
    heads: [hasHead, near !== undefined] as const,
  };
  return { link, end: linkPattern.lastIndex };
}
