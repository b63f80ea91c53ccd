import { describe, expect, it } from 'vitest';
import { zip } from '../../../main/export/zip';
import { ooxmlProblems } from '../../helpers/ooxml-check';
import { xmlProblem } from '../../helpers/xml-check';

const types =
  '<?xml version="1.0"?><Types><Default Extension="rels" ContentType="a"/><Default Extension="xml" ContentType="b"/></Types>';
const relation = (target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="t" Target="${target}"/></Relationships>`;

const file = (slide: string, target = 'ppt/slide.xml'): Uint8Array =>
  zip([
    { path: '[Content_Types].xml', content: types },
    { path: '_rels/.rels', content: relation(target) },
    { path: 'ppt/slide.xml', content: slide },
  ]);

describe('the check of Office files', () => {
  it('finds nothing in a sound file', () => {
    expect(ooxmlProblems(file('<p:sld><p:cSld/><p:clrMapOvr/></p:sld>'))).toEqual([]);
  });

  it('finds children in the wrong order, strange children, and identifiers that come twice', () => {
    const shape = '<p:cNvPr id="2" name="x"/>';
    expect(ooxmlProblems(file('<p:sld><p:clrMapOvr/><p:cSld/></p:sld>'))).toHaveLength(1);
    expect(ooxmlProblems(file('<p:sld><p:shape/></p:sld>'))).toHaveLength(1);
    expect(ooxmlProblems(file(`<p:sld><p:cSld>${shape}${shape}</p:cSld></p:sld>`)).join()).toContain(
      'the id 2',
    );
  });

  it('finds relations and references that lead nowhere', () => {
    expect(ooxmlProblems(file('<p:sld/>', 'ppt/gone.xml')).join()).toContain('gone.xml');
    expect(ooxmlProblems(file('<p:sld><p:cSld r:id="rId9"/></p:sld>')).join()).toContain('leads nowhere');
  });

  it('knows broken XML when it sees it', () => {
    expect(xmlProblem('<?xml version="1.0"?><a b="&lt;1"><c/>x &amp; y</a>')).toBeNull();
    for (const broken of [
      '<a>',
      '<a></b>',
      '<a>&</a>',
      '<a b="1" b="2"/>',
      '<a>\u0001</a>',
      '<a>&#1;</a>',
      '<a/><b/>',
      '<a b=1/>',
      '<a>x < y</a>',
    ])
      expect(xmlProblem(broken), broken).not.toBeNull();
  });
});
