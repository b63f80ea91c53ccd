import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectSchema } from '../../../shared/model/project';
import { outcomeOf } from '../../helpers/import-fixture';

const model = (...cells: readonly string[]): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const process = (inside: string): string => `<definitions><process id="p">${inside}</process></definitions>`;

describe('a file that comes in', () => {
  it('may be any bytes under any name', () => {
    const name = fc.constantFrom(
      'a.drawio',
      'a.xml',
      'a.bpmn',
      'a.mmd',
      'a.xlsx',
      'a.csv',
      'a.json',
      'a.png',
      'a',
    );
    const head = fc.constantFrom(
      '',
      '<',
      '<mxfile><diagram>',
      'PK\u0003\u0004',
      'graph TD\n',
      '\u0089PNG\r\n\u001a\n',
      '{"steps":[',
    );
    fc.assert(
      fc.property(
        name,
        head,
        fc.uint8Array({ maxLength: 300 }),
        fc.boolean(),
        (called, start, rest, maps) => {
          const bytes = new Uint8Array([...Buffer.from(start, 'latin1'), ...rest]);
          const outcome = outcomeOf(called, bytes, maps);
          if (outcome.kind === 'refused')
            expect(outcome.sentence).not.toBe(
              'The file could not be understood. Save it anew in its own program, or as another of the kinds that can be imported.',
            );
          if (outcome.kind === 'read') projectSchema.parse(outcome.project);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('may be any lines after the head of a flowchart', () => {
    const part = fc.constantFrom(
      'A',
      'B1',
      '-->',
      '---',
      '-.->',
      '==>',
      '|',
      '"',
      '[',
      ']',
      '{',
      '}',
      '(',
      ')',
      '&',
      ' ',
      '\n',
      ';',
      'end',
      'subgraph',
      '@{',
      '--',
      '%%',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const outcome = outcomeOf('a.mmd', `flowchart LR\n${parts.join('')}`);
        expect(outcome.kind === 'read' || outcome.kind === 'refused').toBe(true);
        if (outcome.kind === 'refused')
          expect(outcome.sentence).not.toBe(
            'The file could not be understood. Save it anew in its own program, or as another of the kinds that can be imported.',
          );
      }),
      { numRuns: 200 },
    );
  });

  it('may be any drawing of shapes and arrows', () => {
    const id = fc.constantFrom('0', '1', 'a', 'b', 'c', 'd', 'e', '', 'constructor');
    const lean = 'shape=mxgraph.lean_mapping.';
    const style = fc.constantFrom(
      '',
      'rhombus',
      'ellipse',
      'swimlane',
      'text',
      'shape=note',
      'shape=document',
      'shape=cloud',
      'group',
      `${lean}manufacturing_process`,
      `${lean}data_box`,
      `${lean}inventory_box`,
      `${lean}timeline;mainText=0,,5,2 d,6,3 m,1`,
      `${lean}timeline2`,
      `${lean}push_arrow;rotation=30`,
      `${lean}operator`,
      `${lean}outside_sources`,
      `${lean}schedule`,
      'shape=mxgraph.bpmn.event;outline=boundInt',
      'shape=mxgraph.bpmn.gateway2;gwType=parallel',
      'dashed=1',
    );
    const label = fc.constantFrom(
      '',
      'Log',
      'C/T = 5 min',
      '40',
      '2 d',
      '50% yes',
      '120%',
      '&lt;b&gt;x&lt;/b&gt;',
      '3',
    );
    const at = fc.integer({ min: -300, max: 600 });
    const one = fc
      .tuple(id, id, id, id, style, label, at, at, fc.boolean())
      .map(([own, parent, from, to, look, text, x, y, isArrow]) =>
        isArrow
          ? `<mxCell id="${own}" value="${text}" style="${look}" edge="1" parent="${parent}" source="${from}" target="${to}"><mxGeometry relative="1"><mxPoint x="${x}" y="${y}" as="targetPoint"/></mxGeometry></mxCell>`
          : `<mxCell id="${own}" value="${text}" style="${look}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="100" height="40"/></mxCell>`,
      );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (cells) => {
        const outcome = outcomeOf('a.drawio', model(...cells));
        if (outcome.kind === 'refused') expect(outcome.sentence).toMatch(/^There is no step in this file/);
        else if (outcome.kind === 'read') projectSchema.parse(outcome.project);
        else expect(outcome.kind).toBe('read');
      }),
      { numRuns: 150 },
    );
  });

  it('may be any process', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'constructor');
    const name = fc.constantFrom(
      'task',
      'userTask',
      'exclusiveGateway',
      'parallelGateway',
      'inclusiveGateway',
      'startEvent',
      'endEvent',
      'intermediateCatchEvent',
      'boundaryEvent',
      'subProcess',
      'textAnnotation',
    );
    const node = fc
      .tuple(name, id, id, fc.boolean())
      .map(
        ([kind, own, host, isTimer]) =>
          `<${kind} id="${own}" attachedToRef="${host}"><task id="${host}2" name="x"/><text>t</text>${isTimer ? '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>' : '<errorEventDefinition/>'}</${kind}>`,
      );
    const flow = fc
      .tuple(id, id)
      .map(([from, to]) => `<sequenceFlow id="${from}${to}" sourceRef="${from}" targetRef="${to}"/>`);
    fc.assert(
      fc.property(fc.array(fc.oneof(node, flow), { maxLength: 16 }), (parts) => {
        const outcome = outcomeOf('a.bpmn', process(parts.join('')));
        if (outcome.kind === 'refused') expect(outcome.sentence).toMatch(/^There is no step in this file/);
        else if (outcome.kind === 'read') projectSchema.parse(outcome.project);
        else expect(outcome.kind).toBe('read');
      }),
      { numRuns: 150 },
    );
  });
});
