import { importText } from '../text/import';
import { tablesText } from '../text/tables';
import { bpmnKindOf, gatewayType, nameOf, saidIn, taskCells, timerOf } from './bpmn-elements';
import { lanesOfProcess } from './bpmn-lanes';
import { readFlowLabel } from './data-box';
import { ownCells } from './own-cells';
import type { FoundFlow, FoundNode, Skipped } from './types';
import { childNamed, type XmlElement } from './xml';

const { what, why } = importText;

/** What a pool is called, for the steps in it. */
export interface Owner {
  readonly team: string | undefined;
  readonly lanes: ReadonlyMap<string, string>;
  readonly group: string | undefined;
}

/** A process with all its inner ones on one level. */
export class ProcessSink {
  readonly nodes: FoundNode[] = [];
  readonly flows: FoundFlow[] = [];
  readonly skipped: Skipped[] = [];
  readonly groups: { id: string; name: string }[] = [];
  /** Where an arrow to an element leads in, and where one from it comes out. */
  readonly entries = new Map<string, string>();
  readonly exits = new Map<string, string>();
  /** What leaves a step by an event on its border, by the id of the event. */
  readonly boundaries = new Map<string, { host: string; name: string }>();
  /** The way out of an inner process that its errors take, by the id of the process. */
  readonly thrown = new Map<string, string>();
  readonly timers = new Map<string, string>();
  inclusive = 0;

  add(id: string, called: string, cells: readonly (readonly [string, string])[], group?: string): void {
    this.entries.set(id, id);
    this.exits.set(id, id);
    const told = cells.filter(([, text]) => text !== '');
    this.nodes.push({ id, called, cells: new Map(told), ...(group === undefined ? {} : { group }) });
  }
}

function ownersOf(element: XmlElement, owner: Owner): [string, string][] {
  const lane = owner.lanes.get(element.attributes.get('id') ?? '');
  return [
    ['role', lane ?? ''],
    ['team', owner.team ?? ''],
  ];
}

function addEvent(element: XmlElement, id: string, owner: Owner, isInner: boolean, sink: ProcessSink): void {
  const name = nameOf(element);
  if (element.name === 'boundaryEvent') {
    const host = element.attributes.get('attachedToRef') ?? '';
    sink.boundaries.set(id, { host: host.slice(host.indexOf(':') + 1), name });
    return;
  }
  const isStart = element.name === 'startEvent';
  if (isStart || element.name === 'endEvent') {
    if (isInner) {
      sink.add(id, name, [['type', 'pass']]);
      if (name !== '')
        sink.skipped.push({
          what: what.element(importText.elements(element.name), name),
          where: '',
          why: why.event,
        });
      return;
    }
    const usual = isStart ? tablesText.start : tablesText.end;
    sink.add(id, name || usual, [
      ['type', isStart ? 'start' : 'end'],
      ['name', name || usual],
    ]);
    return;
  }
  const timer = timerOf(element);
  if (timer !== '') sink.timers.set(id, timer);
  sink.add(id, name, [['type', 'event'], ['name', name], ...ownersOf(element, owner)], owner.group);
}

/** Names of the data that a task reads and writes. */
function dataCells(task: XmlElement, data: ReadonlyMap<string, string>): [string, string][] {
  const names = (kind: string, end: string): string =>
    task.children
      .filter(({ name }) => name === kind)
      .flatMap((link) => data.get(childNamed(link, end)?.text.trim() ?? '') ?? [])
      .filter((name, index, all) => name !== '' && all.indexOf(name) === index)
      .join('; ');
  return [
    ['inputs', names('dataInputAssociation', 'sourceRef')],
    ['outputs', names('dataOutputAssociation', 'targetRef')],
  ];
}

function addTask(
  element: XmlElement,
  id: string,
  owner: Owner,
  data: ReadonlyMap<string, string>,
  sink: ProcessSink,
): void {
  const name = nameOf(element) || importText.unnamed.step;
  sink.add(
    id,
    name,
    [
      ['name', name],
      ...taskCells(element),
      ...ownersOf(element, owner),
      ...dataCells(element, data),
      ['note', saidIn(element, 'documentation')],
    ],
    owner.group,
  );
}

const isThrown = (end: XmlElement): boolean =>
  end.children.some(({ name }) => /^(?:cancel|error|escalation)EventDefinition$/.test(name));

function thrownOut(id: string, sink: ProcessSink): string {
  const known = sink.thrown.get(id);
  if (known !== undefined) return known;
  const thrown = `${id} thrown`;
  sink.add(thrown, '', [['type', 'pass']]);
  sink.thrown.set(id, thrown);
  return thrown;
}

/** The inside of a sub-process between a way in and a way out; a closed one is a step. */
function addInner(
  element: XmlElement,
  id: string,
  owner: Owner,
  data: ReadonlyMap<string, string>,
  sink: ProcessSink,
): void {
  const name = nameOf(element);
  if (element.attributes.get('triggeredByEvent') === 'true') {
    sink.skipped.push({
      what: what.element(importText.elements(element.name), name),
      where: '',
      why: why.eventProcess,
    });
    return;
  }
  const hasInside = element.children.some((child) => ['task', 'process'].includes(bpmnKindOf(child)));
  if (!hasInside) {
    addTask(element, id, owner, data, sink);
    return;
  }
  const group = owner.group ?? id;
  if (owner.group === undefined) sink.groups.push({ id, name: name || importText.unnamed.step });
  const lane = owner.lanes.get(id);
  const inside = lanesOfProcess(element);
  if (lane !== undefined)
    for (const child of element.children) {
      const childId = child.attributes.get('id') ?? '';
      if (!inside.has(childId)) inside.set(childId, lane);
    }
  const [way, out] = [`${id} in`, `${id} out`];
  sink.add(way, '', [['type', 'pass']]);
  sink.add(out, '', [['type', 'pass']]);
  readProcess(element, { team: owner.team, lanes: inside, group }, true, sink);
  for (const child of element.children) {
    const childId = child.attributes.get('id') ?? '';
    if (child.name === 'startEvent') sink.flows.push({ from: way, to: childId, cells: new Map() });
    if (child.name === 'endEvent')
      sink.flows.push({ from: childId, to: isThrown(child) ? thrownOut(id, sink) : out, cells: new Map() });
  }
  sink.entries.set(id, way);
  sink.exits.set(id, out);
}

function addFlow(element: XmlElement, sink: ProcessSink): void {
  const { share, label } = readFlowLabel(nameOf(element));
  const own = ownCells(element);
  const ref = (name: string): string => (element.attributes.get(name) ?? '').replace(/^.*:/, '');
  const isChosen = childNamed(element, 'conditionExpression') !== undefined;
  sink.flows.push({
    from: ref('sourceRef'),
    to: ref('targetRef'),
    cells: new Map<string, string>([
      ...(label === '' ? [] : [['label', label] as const]),
      ...(share === null ? [] : [['share', share] as const]),
      ...(isChosen ? [['is chosen', 'yes'] as const] : []),
      ['element', element.attributes.get('id') ?? ''],
      ...own,
    ]),
  });
}

/** Reads a process into a sink; `isInner`: it stands inside another. */
export function readProcess(process: XmlElement, owner: Owner, isInner: boolean, sink: ProcessSink): void {
  const data = new Map(
    process.children
      .filter((child) => bpmnKindOf(child) === 'data')
      .map((child) => [child.attributes.get('id') ?? '', nameOf(child)]),
  );
  for (const element of process.children) {
    const id = element.attributes.get('id') ?? '';
    const isOwnLink = element.name === 'association' && ownCells(element).size > 0;
    if (element.name === 'sequenceFlow' || isOwnLink) addFlow(element, sink);
    switch (id === '' ? 'other' : bpmnKindOf(element)) {
      case 'task':
        addTask(element, id, owner, data, sink);
        break;
      case 'event':
        addEvent(element, id, owner, isInner, sink);
        break;
      case 'process':
        addInner(element, id, owner, data, sink);
        break;
      case 'gateway': {
        const isInclusive = element.name === 'inclusiveGateway' || element.name === 'complexGateway';
        if (isInclusive) sink.inclusive += 1;
        const cells: [string, string][] = [
          ['type', gatewayType(element)],
          ['name', nameOf(element)],
        ];
        sink.add(id, nameOf(element), cells, owner.group);
        break;
      }
      case 'annotation': {
        const text = saidIn(element, 'text');
        if (text !== '')
          sink.add(id, text, [
            ['type', 'note'],
            ['name', text],
          ]);
        break;
      }
      default:
    }
    takeOwn(element, id, sink);
  }
}

/** What this app wrote with an element comes before what the element itself says. */
function takeOwn(element: XmlElement, id: string, sink: ProcessSink): void {
  const isFlow = element.name === 'sequenceFlow' || element.name === 'association';
  const own = isFlow ? new Map<string, string>() : ownCells(element);
  const at = sink.nodes.findIndex((node) => node.id === id);
  const node = sink.nodes[at];
  if (own.size === 0 || node === undefined) return;
  sink.nodes[at] = { ...node, cells: own.has('type') ? own : new Map([...node.cells, ...own]) };
}
