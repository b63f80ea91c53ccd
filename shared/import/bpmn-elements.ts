import type { XmlElement } from './xml';

/** What an element of a process is. */
export type BpmnKind = 'task' | 'gateway' | 'event' | 'process' | 'annotation' | 'data' | 'other';

const gateways: ReadonlyMap<string, string> = new Map([
  ['exclusiveGateway', 'exclusive'],
  ['eventBasedGateway', 'exclusive'],
  ['inclusiveGateway', 'exclusive'],
  ['complexGateway', 'exclusive'],
  ['parallelGateway', 'parallel'],
]);

const automation: ReadonlyMap<string, string> = new Map([
  ['manualTask', 'manual'],
  ['userTask', 'assisted'],
  ['serviceTask', 'automated'],
  ['scriptTask', 'automated'],
  ['businessRuleTask', 'automated'],
]);

/** What an element is, by its name. */
export function bpmnKindOf({ name }: XmlElement): BpmnKind {
  if (gateways.has(name)) return 'gateway';
  if (/task$/i.test(name) || name === 'callActivity') return 'task';
  if (/^(?:start|end|intermediateCatch|intermediateThrow|boundary)Event$/.test(name)) return 'event';
  if (['subProcess', 'adHocSubProcess', 'transaction'].includes(name)) return 'process';
  if (name === 'textAnnotation') return 'annotation';
  return name === 'dataObjectReference' || name === 'dataStoreReference' ? 'data' : 'other';
}

/** The `type` of a gateway before it is settled. */
export const gatewayType = ({ name }: XmlElement): string => gateways.get(name) ?? 'exclusive';

/** What the kind of a task tells of the step. */
export function taskCells({ name }: XmlElement): [string, string][] {
  const level = automation.get(name);
  if (level !== undefined) return [['automation', level]];
  return name === 'sendTask' || name === 'receiveTask' ? [['kind', 'communication']] : [];
}

/** A text on one line; words that documentation tools write for machines say nothing. */
export function saidIn(element: XmlElement, name: string): string {
  const text = element.children.find((each) => each.name === name)?.text ?? '';
  return text.trimStart().startsWith('{') ? '' : text.replace(/\s+/g, ' ').trim();
}

/** The name of an element on one line. */
export const nameOf = ({ attributes }: XmlElement): string =>
  (attributes.get('name') ?? '').replace(/\s+/g, ' ').trim();

/** The time that a timer waits, as the standard writes it, `PT2H`; empty where it is none of that kind. */
export function timerOf(element: XmlElement): string {
  const timer = element.children.find(({ name }) => name === 'timerEventDefinition');
  const text = timer?.children.find(({ name }) => name === 'timeDuration')?.text.trim() ?? '';
  return /^P(?=\d|T\d)[\dYMWDTHS.,]*$/.test(text) ? text : '';
}
