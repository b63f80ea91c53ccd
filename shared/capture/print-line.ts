import type { Quantity } from '../model/quantity';
import { writeDuration, writeQuantity, writeShareQuantity } from '../model/units-format';
import { insideQuotes } from './split-line';
import type { QuickContext, QuickPart, Said } from './types';
import { isFieldLike } from './read-part';

const time = (quantity: Quantity): string => writeQuantity(quantity, writeDuration);

const share = (quantity: Quantity | undefined): string =>
  quantity === undefined ? '' : ` ${writePercent(quantity)}`;

/** Shares as a line reads them: always with a percent sign where a bare number would be refused. */
function writePercent(quantity: Quantity): string {
  return writeShareQuantity(quantity).replace(/\s/g, '');
}

const quoted = (name: string): string => `"${name}"`;

/** A name, in quotation marks where it would be split or read as something else. */
export function writeName(name: string, context: QuickContext): string {
  const isPlain = !/[;"]/.test(name) && insideQuotes(name) === null && !isFieldLike(name, context);
  return isPlain ? name : quoted(name);
}

function write(said: Said, context: QuickContext): string {
  switch (said.field) {
    case 'name':
      return writeName(said.value, context);
    case 'role':
    case 'team':
      return `${said.field} ${quoted(said.value)}`;
    case 'note':
      return `note ${said.value}`;
    case 'activity':
    case 'practice':
      return `${said.field} ${quoted(said.name)}`;
    case 'processTime':
      return time(said.value);
    case 'wait':
      return `wait: ${time(said.value)}`;
    case 'leadTime':
      return `lt: ${time(said.value)}`;
    case 'completeAccurate':
      return `ca: ${writePercent(said.value)}`;
    case 'share':
      return `share: ${writePercent(said.value)}`;
    case 'crew':
      return `x${writeQuantity(said.value, String)}`;
    case 'value':
      return said.reason === undefined ? said.value : `${said.value} ${said.reason}`;
    case 'kind':
      return `kind ${said.value}`;
    case 'automation':
      return said.value === 'planned' ? 'automation planned' : said.value;
    case 'to':
      return `-> ${quoted(said.name)}${share(said.share)} ${said.kind}`;
    case 'from':
      return `<- ${quoted(said.name)}${share(said.share)}`;
    case 'parallel':
      return `|| ${quoted(said.name)}`;
    case 'join':
      return `join ${said.nodes.map(({ name }) => quoted(name)).join(', ')}`;
  }
}

/** What was understood as a line again; read in the same place it says the same. */
export function printQuickLine(parts: readonly QuickPart[], context: QuickContext): string {
  return parts.map(({ said }) => write(said, context)).join('; ');
}
