import type { Quantity } from '../model/quantity';
import { writeShareQuantity } from '../model/units-format';
import { parseShareQuantity } from '../model/units-shares';
import { type FlowKind, flowKinds } from '../model/value-sets';

/** One flow as a `next` cell tells it. */
export interface NextFlow {
  /** Id or name of the step it leads to. */
  readonly to: string;
  readonly kind: FlowKind;
  readonly share: Quantity | null;
}

function readKind(text: string): { rest: string; kind: FlowKind } {
  const kind = flowKinds.find((each) => text.toLowerCase().endsWith(` ${each}`));
  return kind === undefined
    ? { rest: text, kind: 'normal' }
    : { rest: text.slice(0, -kind.length).trim(), kind };
}

/** The share at the end of `Triage 20 %`, as the step table of the app writes it. */
const shareAtEnd = /^(.*\S)\s+(\d[\d.,/\s\u00a0]*%)$/s;

/** One entry as the step table of the app writes it: `→ #12 20 %` is `12:20 %`. */
function plainEntry(entry: string, isKnown: (name: string) => boolean): string {
  const bare = entry.replace(/^(?:->|→)\s*/, '');
  return /^#\d+\b/.test(bare) && !isKnown(bare) ? bare.slice(1) : bare;
}

/** The flows of `b:0.8; c:0.2 rework` or `→ b 80 %; → c 20 % rework`; `isKnown` tells ids and names of steps, which may hold colons themselves. */
export function readNext(
  text: string,
  isKnown: (name: string) => boolean,
): (NextFlow | { readonly problem: string })[] {
  const entries = text
    .split(';')
    .map((entry) => plainEntry(entry.trim(), isKnown))
    .filter(Boolean);
  return entries.map((entry) => {
    if (isKnown(entry)) return { to: entry, kind: 'normal', share: null };
    const { rest, kind } = readKind(entry);
    if (isKnown(rest)) return { to: rest, kind, share: null };
    const [, name, part] = shareAtEnd.exec(rest) ?? [];
    const colon = rest.lastIndexOf(':');
    const isSpaced = name !== undefined && part !== undefined && (colon < 0 || isKnown(name));
    if (colon < 0 && !isSpaced) return { to: rest, kind, share: null };
    const [to, found] = isSpaced ? [name, part] : [rest.slice(0, colon), rest.slice(colon + 1)];
    const share = parseShareQuantity(found, { bareNumber: 'error' });
    return share.ok ? { to: to.trim(), kind, share: share.value } : { problem: share.reason };
  });
}

/** A share as a table holds it: `80%`, `0.7/0.8/0.9`. */
export function shareCell(share: Quantity): string {
  return writeShareQuantity(share).replaceAll('\u00a0', '');
}

/** The `next` cell of some flows. */
export function writeNext(flows: readonly NextFlow[]): string {
  return flows
    .map(({ to, kind, share }) => {
      const part = share === null ? '' : `:${shareCell(share)}`;
      return `${to}${part}${kind === 'normal' ? '' : ` ${kind}`}`;
    })
    .join('; ');
}
