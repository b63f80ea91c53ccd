import type { Ink } from '../../../shared/drawing/display-list';
import type { Theme } from '../../../shared/drawing/theme';
import { xml, xmlText } from '../xml';
import { fillXml } from './ink';

/** How letters look. */
export interface Letters {
  /** Points. */
  readonly size: number;
  readonly isBold?: boolean;
  readonly ink: Ink;
}

/** A paragraph of a slide. */
export interface Paragraph extends Letters {
  readonly text: string;
  readonly align?: 'l' | 'ctr' | 'r';
  readonly bullet?: 'dot' | 'number';
  /** Number of a numbered paragraph. */
  readonly number?: number;
  /** Clear space above, points. */
  readonly before?: number;
  /** Distance from line to line, points; that of the font where absent. */
  readonly lineHeight?: number;
}

const rightToLeft = /^[^\p{L}]*[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;

/** Writes text in the language and the colours of a file. */
export class TextWriter {
  constructor(
    private readonly theme: Theme,
    private readonly language: string,
  ) {}

  /** Look of a run. */
  private runLook(name: string, { size, isBold, ink }: Letters): string {
    const attributes = {
      lang: this.language,
      sz: Math.max(1, size) * 100,
      b: isBold === true ? 1 : 0,
      dirty: 0,
    };
    return xml(name, attributes, fillXml(ink, this.theme));
  }

  /** Lines of one paragraph. */
  private lines(text: string, letters: Letters): string {
    return text
      .split('\n')
      .map((line) => xml('a:r', {}, this.runLook('a:rPr', letters), xmlText('a:t', line)))
      .join(xml('a:br', {}, this.runLook('a:rPr', letters)));
  }

  private bullet({ bullet, number = 1, ink }: Paragraph): string {
    if (bullet === undefined) return '<a:buNone/>';
    const colour = xml('a:buClr', {}, fillXml(ink === 'text' ? 'accent' : ink, this.theme)).replace(
      /<\/?a:solidFill>/g,
      '',
    );
    if (bullet === 'number')
      return `${colour}<a:buFont typeface="+mj-lt"/>${xml('a:buAutoNum', { type: 'arabicPeriod', startAt: number })}`;
    return `${colour}<a:buFont typeface="Arial"/><a:buChar char="•"/>`;
  }

  /** A paragraph; line ends in its text stay line ends. */
  paragraph(paragraph: Paragraph): string {
    const { text, align, bullet, before = 0, lineHeight } = paragraph;
    const indent = bullet === undefined ? { marL: 0, indent: 0 } : { marL: 228_600, indent: -228_600 };
    const properties = xml(
      'a:pPr',
      { ...indent, algn: align, rtl: rightToLeft.test(text) ? 1 : undefined },
      lineHeight === undefined ? '' : xml('a:lnSpc', {}, xml('a:spcPts', { val: lineHeight * 100 })),
      xml('a:spcBef', {}, xml('a:spcPts', { val: before * 100 })),
      this.bullet(paragraph),
    );
    if (text === '') return xml('a:p', {}, properties, this.runLook('a:endParaRPr', paragraph));
    return xml('a:p', {}, properties, this.lines(text, paragraph));
  }
}
