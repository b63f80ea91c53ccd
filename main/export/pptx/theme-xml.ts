import { dark, light } from '../../../shared/drawing/theme';
import { xml, xmlFile } from '../xml';

/** Arial is on every machine with an Office program, and its letters are narrower than those of Inter that all rooms are measured with. */
const fonts =
  '<a:latin typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/><a:ea typeface=""/><a:cs typeface=""/>' +
  [
    ['Jpan', 'Yu Gothic'],
    ['Hang', 'Malgun Gothic'],
    ['Hans', 'Microsoft YaHei'],
    ['Hant', 'Microsoft JhengHei'],
    ['Arab', 'Segoe UI'],
    ['Hebr', 'Segoe UI'],
    ['Thai', 'Leelawadee UI'],
    ['Grek', 'Segoe UI'],
    ['Cyrl', 'Segoe UI'],
  ]
    .map(([script, typeface]) => xml('a:font', { script, typeface }))
    .join('');

const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const plainLine = `<a:ln w="9525">${plainFill}<a:prstDash val="solid"/></a:ln>`;
const plainEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

const looks = xml(
  'a:fmtScheme',
  { name: 'Streamwright' },
  `<a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst>`,
  `<a:lnStyleLst>${plainLine.repeat(3)}</a:lnStyleLst>`,
  `<a:effectStyleLst>${plainEffect.repeat(3)}</a:effectStyleLst>`,
  `<a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst>`,
);

/** Colours of the file by the names of the standard. The dark theme keeps its letters in the light slots and swaps them in the map of colours. */
function coloursOf(theme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const inks = theme === 'dark' ? dark : light;
  const [first, second] = theme === 'dark' ? (['surface', 'text'] as const) : (['text', 'surface'] as const);
  const [third, fourth] = theme === 'dark' ? (['canvas', 'text2'] as const) : (['text2', 'canvas'] as const);
  return {
    dk1: inks[first],
    lt1: inks[second],
    dk2: inks[third],
    lt2: inks[fourth],
    accent1: inks.accent,
    accent2: inks.va,
    accent3: inks.nnva,
    accent4: inks.nva,
    accent5: inks.ok,
    accent6: inks.wait,
    hlink: inks.vaText,
    folHlink: inks.accent,
  };
}

/** The theme of a presentation: our colours, our font. */
export function themeXml(theme: 'light' | 'dark'): string {
  const colours = Object.entries(coloursOf(theme)).map(([name, colour]) =>
    xml(`a:${name}`, {}, xml('a:srgbClr', { val: colour.slice(1) })),
  );
  return xmlFile(
    xml(
      'a:theme',
      { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'Streamwright' },
      xml(
        'a:themeElements',
        {},
        xml('a:clrScheme', { name: 'Streamwright' }, ...colours),
        xml(
          'a:fontScheme',
          { name: 'Streamwright' },
          xml('a:majorFont', {}, fonts),
          xml('a:minorFont', {}, fonts),
        ),
        looks,
      ),
      '<a:objectDefaults/><a:extraClrSchemeLst/>',
    ),
  );
}

/** Which colours of the theme are background and letters. */
export function colourMap(theme: 'light' | 'dark'): string {
  const [bg, tx] = theme === 'dark' ? ['dk', 'lt'] : ['lt', 'dk'];
  const accents = Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`accent${at}`, `accent${at}`]));
  return xml('p:clrMap', {
    bg1: `${bg}1`,
    tx1: `${tx}1`,
    bg2: `${bg}2`,
    tx2: `${tx}2`,
    ...accents,
    hlink: 'hlink',
    folHlink: 'folHlink',
  });
}
