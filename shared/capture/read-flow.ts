import type { Quantity } from '../model/quantity';
import type { FlowKind } from '../model/value-sets';
import { en } from '../text/en';
import { matchName, type Nameable } from './match-names';
import { namesOf, sureness } from './read-name';
import { readShare } from './read-figure';
import { splitLine } from './split-line';
import type { KnownNode, QuickContext, Reading, Sureness } from './types';
import { readFlowKind } from './words';

const { problems } = en.capture;

interface Tail {
  readonly name: string;
  readonly kind: FlowKind | null;
  readonly share: Quantity | null;
}

/** The last word or figure of a text, and what stands before it. */
const lastFigure = /^(.*?)(?:^|[\s,]+)([\d.,/%e-]*\d ?%|(?:[\d.,e-]+\/)*\d*[.,]\d+(?:e-\d+)?)$/s;
const lastWord = /^(.*?)(?:^|[\s,]+)([a-z]+)$/is;

/** Takes the share and the kind off the end of a text; the rest is the name. A node of the whole name comes first. */
function takeTail(text: string, isName: (name: string) => boolean): Tail {
  let tail: Tail = { name: text.trim(), kind: null, share: null };
  for (let turn = 0; turn < 2 && !isName(tail.name); turn += 1) {
    const figure = lastFigure.exec(tail.name);
    const word = lastWord.exec(tail.name);
    const share = figure && tail.share === null ? readShare(figure[2] ?? '') : null;
    const kind = word && tail.kind === null ? readFlowKind(word[2] ?? '') : undefined;
    if (share?.ok === true) tail = { ...tail, name: (figure?.[1] ?? '').trim(), share: share.value };
    else if (kind !== undefined) tail = { ...tail, name: (word?.[1] ?? '').trim(), kind };
    else break;
  }
  return tail;
}

type Node = { readonly node: KnownNode; readonly sureness: Sureness } | { readonly sentence: string };

function findNode(text: string, nodes: readonly Nameable[]): Node {
  const match = matchName(nodes, text);
  if (match === null) return { sentence: problems.notFound('node', text) };
  const [node, ...others] = match.entries;
  if (node === undefined) return { sentence: problems.notFound('node', text) };
  if (others.length > 0) {
    const isTwin = others.every(({ name }) => name === node.name);
    return { sentence: isTwin ? problems.twins(node.name) : problems.several(text, namesOf(match.entries)) };
  }
  return { node: { id: node.id, name: node.name }, sureness: sureness(match.rank) };
}

const isWholeName =
  (nodes: readonly Nameable[]) =>
  (name: string): boolean =>
    matchName(nodes, name)?.rank === 0;

const withShare = (share: Quantity | null): { share?: Quantity } => (share === null ? {} : { share });

/** Stands for the step of the line among the nodes that a flow can lead to; no node has this id. */
const itself = '';

/** Where the step leads beside the next one: the text behind `->`; `own` is the name of the step itself. */
export function readTo(
  text: string,
  { name: own, after }: { readonly name: string; readonly after: string | null },
  context: QuickContext,
): Reading {
  const isOwnKnown = context.nodes.some(({ name }) => name === own);
  const nodes = own === '' || isOwnKnown ? context.nodes : [...context.nodes, { id: itself, name: own }];
  const { name, kind, share } = takeTail(text, isWholeName(nodes));
  if (name === '') return { sentence: problems.noTarget };
  const found = findNode(name, nodes);
  if ('sentence' in found) return found;
  const { id } = found.node;
  const isBack = id === itself || (after !== null && context.leadsTo(id, after));
  if (id === itself && kind !== null && kind !== 'rework' && kind !== 'iteration')
    return { sentence: problems.itselfKind };
  return {
    said: {
      field: 'to',
      id: id === itself ? null : id,
      name: found.node.name,
      kind: kind ?? (isBack ? 'rework' : 'normal'),
      ...withShare(share),
    },
    sureness: found.sureness,
  };
}

/** After which step it comes: the text behind `<-` or `after`. */
export function readFrom(text: string, context: QuickContext): Reading {
  const { name, kind, share } = takeTail(text, isWholeName(context.nodes));
  if (name === '' || kind !== null) return { sentence: problems.noSource };
  const found = findNode(name, context.nodes);
  if ('sentence' in found) return found;
  return { said: { field: 'from', ...found.node, ...withShare(share) }, sureness: found.sureness };
}

/** The step that it stands beside: the one named, else the one after which it would come. */
export function readParallel(text: string, context: QuickContext): Reading {
  const found = text === '' ? null : findNode(text, context.nodes);
  if (found !== null && 'sentence' in found) return found;
  const node = found?.node ?? context.anchor;
  if (node === null) return { sentence: problems.noAnchor };
  return {
    said: { field: 'parallel', id: node.id, name: node.name },
    sureness: found?.sureness ?? 'exact',
  };
}

/** The branches that come together before it: those named, else the open ones. */
export function readJoin(text: string, context: QuickContext): Reading {
  if (text === '') {
    return context.openBranches.length < 2
      ? { sentence: problems.noBranches }
      : { said: { field: 'join', nodes: context.openBranches }, sureness: 'exact' };
  }
  const nodes: KnownNode[] = [];
  let isAlike = false;
  for (const piece of splitLine(text, ',')) {
    const found = findNode(piece.text, context.nodes);
    if ('sentence' in found) return found;
    if (nodes.some(({ id }) => id === found.node.id))
      return { sentence: problems.flowTwice(found.node.name) };
    isAlike ||= found.sureness === 'alike';
    nodes.push(found.node);
  }
  return nodes.length < 2
    ? { sentence: problems.noBranches }
    : { said: { field: 'join', nodes }, sureness: isAlike ? 'alike' : 'exact' };
}
