import { together } from '../../commands/together';
import { type Fix, stepsMeant } from './fix';
import { splitPath } from './structure';

/** Leads a share of the items past each of the steps meant; null where one of them cannot be passed by. */
export function pastEach(way: { readonly share: number; readonly label: string }): Fix {
  return (context) => {
    const commands = stepsMeant(context).map((id) => splitPath(way, () => [id])(context));
    const [first, ...others] = commands.filter((command) => command !== null);
    return first === undefined || others.length + 1 < commands.length ? null : together(first, ...others);
  };
}
