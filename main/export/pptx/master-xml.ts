import type { Ink } from '../../../shared/drawing/display-list';
import type { Theme } from '../../../shared/drawing/theme';
import type { Box } from '../../../shared/layout/types';
import { deckText } from '../../../shared/text/deck';
import { xml, xmlFile, xmlText } from '../xml';
import { frame, sizes } from './frame';
import { fillXml } from './ink';
import { cNvPr, preset, ShapeIds } from './shape-xml';
import { colourMap } from './theme-xml';
import { xfrm } from './units';

/** The spaces of names that every part of a presentation uses. */
export const slideSpaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};

/** The layouts in the order of their files. */
export const layoutNames = ['title', 'content', 'section', 'only', 'picture'] as const;
export type LayoutName = (typeof layoutNames)[number];

const treeHead = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>${xml(
  'p:grpSpPr',
  {},
  xfrm({ x: 0, y: 0, width: 0, height: 0 }, {}, true),
)}`;

/** The tree of the shapes of a slide, a layout or the master. */
export function treeXml(shapes: readonly string[]): string {
  return xml('p:spTree', {}, treeHead, ...shapes);
}

/** A placeholder of a layout: its kind and number, where it stands, how its letters look, what it says. */
interface Holder {
  readonly name: string;
  readonly type?: string;
  readonly idx?: number;
  readonly box: Box;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly ink?: Ink;
  readonly align?: 'l' | 'r';
  readonly anchor?: 't' | 'ctr' | 'b';
  readonly says?: string;
  readonly field?: 'slidenum';
}

function lettersOf({ size, isBold, ink, align }: Holder, theme: Theme): string {
  if (size === undefined) return '<a:lstStyle/>';
  const look = xml(
    'a:defRPr',
    { sz: size * 100, b: isBold === true ? 1 : 0 },
    ink === undefined ? '' : fillXml(ink, theme),
  );
  const first = xml(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: align ?? 'l' },
    '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>',
    look,
  );
  return xml('a:lstStyle', {}, first);
}

function holderXml(holder: Holder, theme: Theme, ids: ShapeIds): string {
  const { name, type, idx, box, anchor, says = '', field } = holder;
  const text =
    field === undefined
      ? xml('a:r', {}, '<a:rPr lang="en-GB"/>', xmlText('a:t', says))
      : xml(
          'a:fld',
          { id: '{7C9E3B52-1D4A-4F6B-8E2C-5A9D0F1B3C7E}', type: field },
          '<a:rPr lang="en-GB"/><a:t>‹#›</a:t>',
        );
  return xml(
    'p:sp',
    {},
    xml(
      'p:nvSpPr',
      {},
      cNvPr({ id: ids.next(), name }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      xml(
        'p:nvPr',
        {},
        xml('p:ph', {
          type,
          idx,
          sz: field !== undefined || type === 'ftr' || type === 'dt' ? 'quarter' : undefined,
        }),
      ),
    ),
    xml('p:spPr', {}, xfrm(box), preset('rect')),
    xml(
      'p:txBody',
      {},
      xml('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: anchor ?? 't' }, '<a:normAutofit/>'),
      lettersOf(holder, theme),
      xml('a:p', {}, says === '' && field === undefined ? '<a:endParaRPr lang="en-GB"/>' : text),
    ),
  );
}

const prompt = 'Click to edit';
const titleHolder: Holder = {
  name: 'Title',
  type: 'title',
  box: frame.title,
  size: sizes.title,
  isBold: true,
  ink: 'text',
  anchor: 'ctr',
  says: prompt,
};
const kickerHolder: Holder = {
  name: 'Chapter',
  type: 'body',
  idx: 14,
  box: frame.kicker,
  size: sizes.kicker,
  isBold: true,
  ink: 'accent',
  anchor: 'ctr',
  says: 'Chapter',
};
const small = { size: sizes.footer, ink: 'text3', anchor: 'ctr' } as const;
const footHolders: readonly Holder[] = [
  { name: 'Footer', type: 'ftr', idx: 11, box: frame.footer, ...small },
  { name: 'Date', type: 'dt', idx: 10, box: frame.date, align: 'r', ...small },
  {
    name: 'Slide number',
    type: 'sldNum',
    idx: 12,
    box: frame.number,
    align: 'r',
    field: 'slidenum',
    ...small,
  },
];
const bodyHolder: Holder = { name: 'Content', type: 'body', idx: 1, box: frame.body, says: prompt };
const large = { size: sizes.cover, isBold: true, ink: 'text' } as const;

const holders: Readonly<Record<LayoutName, readonly Holder[]>> = {
  title: [
    { ...titleHolder, type: 'ctrTitle', box: frame.coverTitle, ...large, anchor: 'b' },
    {
      name: 'Subtitle',
      type: 'subTitle',
      idx: 1,
      box: frame.coverSubtitle,
      size: sizes.coverSubtitle,
      ink: 'text2',
      anchor: 'ctr',
      says: prompt,
    },
    {
      name: 'Day',
      type: 'body',
      idx: 13,
      box: frame.coverDate,
      size: sizes.coverDate,
      ink: 'text3',
      anchor: 'ctr',
      says: 'Day',
    },
  ],
  content: [kickerHolder, titleHolder, { ...bodyHolder, type: undefined }, ...footHolders].map(
    ({ type, ...rest }): Holder => ({ ...rest, ...(type !== undefined && { type }) }),
  ),
  section: [
    { ...titleHolder, box: frame.sectionTitle, ...large, anchor: 'b' },
    { ...bodyHolder, box: frame.sectionText, size: sizes.coverSubtitle, ink: 'text2' },
    ...footHolders,
  ],
  only: [kickerHolder, titleHolder, ...footHolders],
  picture: [
    kickerHolder,
    titleHolder,
    {
      name: 'Caption',
      type: 'body',
      idx: 13,
      box: frame.caption,
      size: sizes.caption,
      ink: 'text2',
      anchor: 'ctr',
      says: 'Caption',
    },
    ...footHolders,
  ],
};

const types: Readonly<Record<LayoutName, string | undefined>> = {
  title: 'title',
  content: 'obj',
  section: 'secHead',
  only: 'titleOnly',
  picture: undefined,
};

/** A bar of the accent colour at the left edge. */
function barXml(theme: Theme, ids: ShapeIds): string {
  return xml(
    'p:sp',
    {},
    xml('p:nvSpPr', {}, cNvPr({ id: ids.next(), name: 'Bar' }), '<p:cNvSpPr/><p:nvPr userDrawn="1"/>'),
    xml('p:spPr', {}, xfrm(frame.bar), preset('rect'), fillXml('accent', theme), '<a:ln><a:noFill/></a:ln>'),
  );
}

/** A layout of slides. */
export function layoutXml(name: LayoutName, theme: Theme): string {
  const ids = new ShapeIds();
  const bar = name === 'title' || name === 'section' ? [barXml(theme, ids)] : [];
  const shapes = [...bar, ...holders[name].map((holder) => holderXml(holder, theme, ids))];
  return xmlFile(
    xml(
      'p:sldLayout',
      {
        ...slideSpaces,
        type: types[name],
        preserve: 1,
        userDrawn: types[name] === undefined ? 1 : undefined,
      },
      xml('p:cSld', { name: deckText.layouts[name] }, treeXml(shapes)),
      '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
    ),
  );
}

const face = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

/** Looks of the nine levels of text. */
export function levelsXml(size: number, ink: Ink, theme: Theme, look: 'title' | 'list' | 'plain'): string {
  const { length } = look === 'title' ? [0] : [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return Array.from({ length }, (_, index) => {
    const isList = look === 'list';
    const size100 = Math.max(size - (isList ? index : 0), 10) * 100;
    const bullet = isList
      ? `<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>`
      : '<a:buNone/>';
    const space = xml('a:spcBef', {}, xml('a:spcPts', { val: isList ? 600 : 0 }));
    const letters = xml(
      'a:defRPr',
      { sz: size100, b: look === 'title' ? 1 : 0, kern: 1200 },
      fillXml(ink, theme),
      look === 'title' ? face.replaceAll('+mn', '+mj') : face,
    );
    const indent = isList ? { marL: 228_600 * (index + 1), indent: -228_600 } : { marL: 0, indent: 0 };
    return xml(
      `a:lvl${index + 1}pPr`,
      { ...indent, algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
      ...(look === 'plain' ? [] : [space, bullet]),
      letters,
    );
  }).join('');
}

/** The master of all layouts, which are its relations in their order. */
export function masterXml(theme: Theme, mode: 'light' | 'dark'): string {
  const ids = new ShapeIds();
  const shapes = [titleHolder, bodyHolder, ...footHolders].map((holder) => {
    const own = holder.type === 'ftr' ? { ...holder, idx: 3 } : holder;
    const numbered =
      own.type === 'dt' ? { ...own, idx: 2 } : own.type === 'sldNum' ? { ...own, idx: 4 } : own;
    return holderXml(numbered, theme, ids);
  });
  const background = xml('p:bg', {}, xml('p:bgPr', {}, fillXml('surface', theme), '<a:effectLst/>'));
  const layouts = layoutNames.map((_, index) =>
    xml('p:sldLayoutId', { id: 2_147_483_649 + index, 'r:id': `rId${index + 1}` }),
  );
  return xmlFile(
    xml(
      'p:sldMaster',
      slideSpaces,
      xml('p:cSld', {}, background, treeXml(shapes)),
      colourMap(mode),
      xml('p:sldLayoutIdLst', {}, ...layouts),
      '<p:hf hdr="0"/>',
      xml(
        'p:txStyles',
        {},
        xml('p:titleStyle', {}, levelsXml(sizes.title, 'text', theme, 'title')),
        xml('p:bodyStyle', {}, levelsXml(sizes.text, 'text', theme, 'list')),
        xml('p:otherStyle', {}, levelsXml(sizes.text, 'text', theme, 'plain')),
      ),
    ),
  );
}
