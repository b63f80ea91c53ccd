import { describe, expect, it } from 'vitest';
import { isKeptAsNote } from '../../../shared/import/kept-as-note';
import { importText } from '../../../shared/text/import';
import { graphIn, readContent } from '../../helpers/import-fixture';

const box = (id: string, value: string, x: number, y: number, parent = '1'): string =>
  `<mxCell id="${id}" value="${value}" style="${id.startsWith('d') ? 'shape=mxgraph.lean_mapping.data_box' : 'rounded=0'}" vertex="1" parent="${parent}"><mxGeometry x="${String(x)}" y="${String(y)}" width="100" height="60" as="geometry"/></mxCell>`;

describe('what is said of a drawing that comes in', () => {
  it('tells figures that stand in a note apart from what is lost', () => {
    const arrow =
      '<mxCell id="e" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1"/></mxCell>';
    const loose =
      '<mxCell id="f" value="lost" edge="1" parent="1" source="a"><mxGeometry relative="1"/></mxCell>';
    const cells = `${box('a', 'Check', 0, 0)}${box('b', 'Ship', 200, 0)}${box('da', 'Uptime=87%', 0, 80)}${arrow}${loose}`;
    const read = readContent(
      'a.drawio',
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`,
    );
    const whats = (isKept: boolean): string[] =>
      read.skipped.filter((each) => isKeptAsNote(each) === isKept).map(({ what }) => what);
    expect(whats(true)).toEqual(['Figure “Uptime=87%”']);
    expect(whats(false)).toEqual(['Arrow “lost”']);
    expect(graphIn(read).nodes.find(({ name }) => name === 'Check')?.note).toBe('Uptime=87%');
  });

  it('counts one event as one step', () => {
    expect(importText.notes.events(1)).toBe('1 event on the way came in as a step without times.');
    expect(importText.notes.events(2)).toBe('2 events on the way came in as steps without times.');
  });
});
