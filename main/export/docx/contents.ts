import { InternalHyperlink, Paragraph, Tab, TextRun } from 'docx';
import { reportText } from '../../../shared/text/report';
import { bookmarkOf, type Entry } from './blocks';
import { paragraphRow, type Row } from './measure';
import { clean, field, fieldEnd, fieldStart, runsOf } from './runs';
import { contentsIndent } from './styles';

const styleOf = ({ level }: Entry): 'TOC1' | 'TOC2' => (level === 1 ? 'TOC1' : 'TOC2');
const oneLine = (text: string): string => clean(text).replaceAll(/\s+/g, ' ').trim();

/** What the contents take of their page. `width` in twips. */
export function contentsRows(entries: readonly Entry[], width: number): Row[] {
  const room = (entry: Entry): number => (width - (entry.level === 1 ? 0 : contentsIndent)) / 20 - 24;
  return [
    paragraphRow('ContentsTitle', reportText.contents, width / 20, { isKept: true, breaksPage: true }),
    ...entries.map((entry) => paragraphRow(styleOf(entry), oneLine(entry.title), room(entry))),
  ];
}

/** The contents as a field that is filled already: each line leads to its heading and names its page. */
export function contentsOf(entries: readonly Entry[], pages: ReadonlyMap<number, number>): Paragraph[] {
  const lines = entries.map((entry, at) => {
    const page = String(pages.get(at) ?? '');
    const link = new InternalHyperlink({
      anchor: bookmarkOf(at),
      children: [
        ...runsOf(oneLine(entry.title)),
        new TextRun({ children: [new Tab()] }),
        field(`PAGEREF ${bookmarkOf(at)} \\h`, page),
      ],
    });
    return new Paragraph({
      style: styleOf(entry),
      children: [
        ...(at === 0 ? [fieldStart('TOC \\o "1-2" \\h \\z \\u')] : []),
        link,
        ...(at === entries.length - 1 ? [fieldEnd()] : []),
      ],
    });
  });
  const title = new Paragraph({
    style: 'ContentsTitle',
    pageBreakBefore: true,
    children: runsOf(reportText.contents),
  });
  return [title, ...lines];
}
