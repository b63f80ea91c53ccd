import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { officeHours, roundTheClock } from '../../../shared/model/calendar';
import type { MapNode } from '../../../shared/model/project';
import type { MapGraph } from '../../../shared/model/queries';
import type { FlowKind, NodeType } from '../../../shared/model/value-sets';
import { type BuiltMap, buildMap, type StepFields } from '../../helpers/build-map';

const file = fileURLToPath(new URL('../../../../shared/domain/templates.json', import.meta.url));

/** True where the published streams lie beside the checkout. */
export const hasPublishedStreams = existsSync(file);

interface Hours {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

interface PublishedNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly ptH?: Hours;
  readonly waitH?: Hours;
  readonly cadenceH?: number;
  readonly ca?: number;
  readonly valueClass?: MapNode['value'];
  readonly practices?: readonly string[];
  readonly systems?: readonly string[];
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly join?: string;
}

interface PublishedStream {
  readonly id: string;
  readonly purpose: string;
  readonly valueOutcome: string;
  readonly calendar: '8x5' | '24x7';
  readonly demand: { readonly perMonth: number };
  readonly targetLeadTimeH: number;
  readonly costOfDelayPerH: number;
  readonly resources: readonly {
    readonly id: string;
    readonly people: number;
    readonly availability: number;
  }[];
  readonly nodes: readonly PublishedNode[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly p: number;
    readonly kind: FlowKind;
    readonly label?: string;
  }[];
  readonly expectedFindings?: readonly { readonly rule: string; readonly target: string }[];
}

/** The published streams that state which findings they have. */
export function publishedStreams(): (PublishedStream &
  Required<Pick<PublishedStream, 'expectedFindings'>>)[] {
  if (!hasPublishedStreams) return [];
  const all: { templates: PublishedStream[] } = JSON.parse(readFileSync(file, 'utf8'));
  return all.templates.flatMap((stream) => {
    const { expectedFindings } = stream;
    return expectedFindings === undefined ? [] : [{ ...stream, expectedFindings }];
  });
}

const types: Record<string, NodeType> = {
  'and-split': 'fork',
  'and-join': 'join',
  start: 'start',
  end: 'end',
};

const minutes = ({ min, mode, max }: Hours): readonly [number, number, number] => [
  min * 60,
  mode * 60,
  max * 60,
];

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function fieldsOf(node: PublishedNode): StepFields {
  const { id: _id, type: _type, join: _join, ptH, waitH, cadenceH, ca, valueClass, ...same } = node;
  const { systems, inputs, outputs, ...rest } = same;
  return {
    ...rest,
    ...(ptH === undefined ? {} : { processTime: minutes(ptH) }),
    ...(waitH === undefined ? {} : { wait: minutes(waitH) }),
    ...(cadenceH === undefined ? {} : { cadence: cadenceH * 60 }),
    ...(ca === undefined ? {} : { completeAccurate: ca }),
    ...(valueClass === undefined ? {} : { value: valueClass }),
    ...(systems === undefined ? {} : { systems: systems.map(idOf) }),
    ...(inputs === undefined ? {} : { inputs: inputs.map(idOf) }),
    ...(outputs === undefined ? {} : { outputs: outputs.map(idOf) }),
  };
}

/** A published stream as a project; flows are called `from--to`. */
export function builtStream(stream: PublishedStream): BuiltMap {
  return buildMap((m) => {
    m.stream({
      purpose: stream.purpose,
      valueOutcome: stream.valueOutcome,
      demandPerMonth: stream.demand.perMonth,
      targetLeadTime: stream.targetLeadTimeH * 60,
      costOfDelayPerHour: stream.costOfDelayPerH,
    });
    m.map({ calendar: stream.calendar === '8x5' ? officeHours : roundTheClock });
    for (const { id, people, availability } of stream.resources) m.role(id, { people, availability });
    for (const node of stream.nodes) m.node(types[node.type] ?? 'step', node.id, fieldsOf(node));
    for (const { from, to, p, kind, label } of stream.edges)
      m.flow(from, to, { share: p, kind, ...(label === undefined ? {} : { label }) });
  });
}

/** What a finding is about in the words of the published streams: `map`, a step, or `from>to`. */
export function targetOf(graph: MapGraph, about: readonly string[]): string {
  const id = about[0] ?? '';
  const flow = graph.flows.find((each) => each.id === id);
  return flow === undefined ? id : `${flow.from}>${flow.to}`;
}
