import { tablesText } from '../text/tables';
import { bpmnKindOf, nameOf, saidIn } from './bpmn-elements';
import { rolesOf } from './drawio-own';
import { ownCells } from './own-cells';
import type { FoundFlow, FoundMap, FoundNode } from './types';
import type { XmlElement } from './xml';

const isFlow = ({ name }: XmlElement): boolean => name === 'sequenceFlow' || name === 'association';
const idOf = ({ attributes }: XmlElement): string => attributes.get('id') ?? '';

/** Whether a process was written by this app and nobody has put a step into it since. */
export function isOwnProcess(process: XmlElement): boolean {
  const nodes = process.children.filter((child) =>
    ['task', 'event', 'gateway', 'process'].includes(bpmnKindOf(child)),
  );
  return nodes.length > 0 && ownCells(process).size > 0 && nodes.every((node) => ownCells(node).size > 0);
}

/** The number in `n12`, by which elements stood in the order of the map. */
const numberOf = (element: XmlElement): number =>
  Number(/\d+$/.exec(idOf(element))?.[0] ?? Number.MAX_SAFE_INTEGER);

function without(cells: ReadonlyMap<string, string>, ...names: readonly string[]): Map<string, string> {
  return new Map([...cells].filter(([name]) => !names.includes(name)));
}

/** A process that this app wrote, as the map it was; what was renamed elsewhere has its new name. */
export function readOwnProcess(process: XmlElement): FoundMap {
  const inOrder = process.children.toSorted((a, b) => numberOf(a) - numberOf(b));
  const drawn = inOrder.filter((element) => !isFlow(element) && ownCells(element).size > 0);
  const idAs = new Map(drawn.map((element) => [idOf(element), ownCells(element).get('id') ?? idOf(element)]));
  const nodes = drawn.map((element): FoundNode => {
    const cells = without(ownCells(element), 'id');
    const said = element.name === 'textAnnotation' ? saidIn(element, 'text') : nameOf(element);
    const name = cells.get('name') ?? '';
    const isSame = name.replace(/\s+/g, ' ').trim() === said;
    if (said !== '' && !isSame) cells.set('name', said);
    return { id: idAs.get(idOf(element)) ?? idOf(element), called: cells.get('name') ?? said, cells };
  });
  const flows = inOrder.filter(isFlow).flatMap((element): FoundFlow[] => {
    const own = ownCells(element);
    const [from, to] = ['sourceRef', 'targetRef'].map((name) => idAs.get(element.attributes.get(name) ?? ''));
    if (from === undefined || to === undefined) return [];
    return element.name === 'association' && own.size === 0
      ? []
      : [{ from, to, cells: without(own, 'from', 'to') }];
  });
  const stream = ownCells(process);
  return {
    name: stream.get('name') ?? tablesText.unnamedStream,
    stream: without(stream, 'roles'),
    roles: rolesOf(stream.get('roles')),
    nodes,
    flows,
    groups: [],
    skipped: [],
    notes: [],
    isOurs: true,
  };
}
