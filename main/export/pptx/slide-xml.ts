import type { Theme } from '../../../shared/drawing/theme';
import type { Box } from '../../../shared/layout/types';
import { deckText } from '../../../shared/text/deck';
import { xml, xmlFile, xmlText } from '../xml';
import type { Piece, Slide } from './deck';
import { drawList } from './draw-list';
import { fitted } from './fit';
import { frame, sizes } from './frame';
import { fillXml } from './ink';
import { slideSpaces, treeXml } from './master-xml';
import { bodyXml, cNvPr, preset, ShapeIds, shapeXml } from './shape-xml';
import { tableXml } from './table-xml';
import { TextWriter } from './text-xml';
import { xfrm } from './units';

/** What is the same on all slides of a file. */
export interface SlideLook {
  readonly theme: Theme;
  readonly language: string;
  /** What stands at the foot of each slide. */
  readonly footer: string;
}

/** A frame that holds a table or a chart. */
function frameXml(
  named: { readonly id: number; readonly name: string; readonly descr: string },
  box: Box,
  graphic: string,
): string {
  return xml(
    'p:graphicFrame',
    {},
    xml(
      'p:nvGraphicFramePr',
      {},
      cNvPr(named),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>',
    ),
    xfrm(box).replaceAll(/(<\/?)a:xfrm/g, '$1p:xfrm'),
    xml('a:graphic', {}, graphic),
  );
}

/** Writes one slide. */
class SlideWriter {
  private readonly ids = new ShapeIds();
  private readonly text: TextWriter;
  private charts = 0;
  private hasBody = false;

  constructor(
    private readonly slide: Slide,
    private readonly look: SlideLook,
  ) {
    this.text = new TextWriter(look.theme, look.language);
  }

  /** A placeholder with its text; it stands where its layout says unless it is given a place. */
  private holder(
    name: string,
    ph: Readonly<Record<string, string | number>>,
    body: string,
    place = '',
  ): string {
    return xml(
      'p:sp',
      {},
      xml(
        'p:nvSpPr',
        {},
        cNvPr({ id: this.ids.next(), name }),
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
        xml('p:nvPr', {}, xml('p:ph', ph)),
      ),
      xml('p:spPr', {}, place),
      body,
    );
  }

  private plain(text: string, size?: number): string {
    const look = { lang: this.look.language, sz: size === undefined ? undefined : size * 100, dirty: 0 };
    const run = xml('a:r', {}, xml('a:rPr', look), xmlText('a:t', text));
    return xml('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', xml('a:p', {}, run));
  }

  /** A text on one line of the width of a slide. */
  private line(text: string, size: number, isBold: boolean): string {
    const fit = fitted(text, { width: frame.caption.width, lines: 1 }, isBold, [size, size - 1]);
    return this.plain(fit.text, fit.size);
  }

  private head(): string[] {
    const { layout, kicker, title, titleSize, subtitle, caption } = this.slide;
    const isFirst = layout === 'title';
    const said = isFirst ? this.plain(caption) : this.line(caption, sizes.caption, false);
    return [
      ...(kicker === ''
        ? []
        : [this.holder('Chapter', { type: 'body', idx: 14 }, this.line(kicker, sizes.kicker, true))]),
      this.holder('Title', { type: isFirst ? 'ctrTitle' : 'title' }, this.plain(title, titleSize)),
      ...(subtitle === undefined || subtitle === ''
        ? []
        : [this.holder('Subtitle', { type: 'subTitle', idx: 1 }, this.plain(subtitle))]),
      ...(caption === '' ? [] : [this.holder(isFirst ? 'Day' : 'Caption', { type: 'body', idx: 13 }, said)]),
    ];
  }

  /** The foot with its look written out: LibreOffice does not take it from the layout. */
  private footerBody(): string {
    const text = fitted(this.look.footer, { width: frame.footer.width, lines: 1 }, false, [sizes.footer]);
    const paragraph = this.text.paragraph({ text: text.text, size: text.size, ink: 'text3', align: 'l' });
    const face = paragraph.replaceAll('</a:rPr>', '<a:latin typeface="+mn-lt"/></a:rPr>');
    return xml('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', face);
  }

  private foot(): string[] {
    if (this.slide.layout === 'title') return [];
    const number = xml(
      'p:txBody',
      {},
      '<a:bodyPr/><a:lstStyle/>',
      xml(
        'a:p',
        {},
        xml(
          'a:fld',
          { id: '{7C9E3B52-1D4A-4F6B-8E2C-5A9D0F1B3C7E}', type: 'slidenum' },
          xml('a:rPr', { lang: this.look.language }),
          '<a:t>‹#›</a:t>',
        ),
      ),
    );
    return [
      this.holder('Footer', { type: 'ftr', sz: 'quarter', idx: 11 }, this.footerBody()),
      this.holder('Slide number', { type: 'sldNum', sz: 'quarter', idx: 12 }, number),
    ];
  }

  private texts(piece: Extract<Piece, { kind: 'text' }>): string {
    const paragraphs = piece.paragraphs.map((each) => this.text.paragraph(each)).join('');
    const box = { ...piece.box, height: piece.box.height + 2 };
    if (this.slide.layout === 'content' && !this.hasBody) {
      this.hasBody = true;
      return this.holder('Content', { idx: 1 }, bodyXml({ paragraphs, anchor: 't' }), xfrm(box));
    }
    const named = { id: this.ids.next(), name: deckText.names.text };
    return shapeXml(named, [xfrm(box), preset('rect'), '<a:noFill/>'], { paragraphs, anchor: 't' }, true);
  }

  private tile({ tile, box, paragraphs }: Extract<Piece, { kind: 'tile' }>): string {
    const { theme } = this.look;
    const named = {
      id: this.ids.next(),
      name: `${deckText.names.tile}: ${tile.name.slice(0, 40)}`,
      descr: `${tile.name}: ${tile.value}${tile.detail === '' ? '' : `, ${tile.detail}`}`,
    };
    const look = [
      xfrm(box),
      preset('roundRect', { adj: 8000 }),
      fillXml('canvas', theme),
      '<a:ln><a:noFill/></a:ln>',
    ];
    const body = paragraphs.map((each) => this.text.paragraph({ ...each, align: 'l' })).join('');
    return shapeXml(named, look, { paragraphs: body, inset: 12, anchor: 'ctr' });
  }

  private chart({ box, chart }: Extract<Piece, { kind: 'chart' }>): string {
    this.charts += 1;
    const named = { id: this.ids.next(), name: deckText.names.chart, descr: chart.alt };
    const uri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
    const inside = xml('c:chart', { 'xmlns:c': uri, 'r:id': `rId${this.charts + 1}` });
    return frameXml(named, box, xml('a:graphicData', { uri }, inside));
  }

  private piece(piece: Piece): readonly string[] {
    switch (piece.kind) {
      case 'text':
        return [this.texts(piece)];
      case 'tile':
        return [this.tile(piece)];
      case 'table': {
        const named = { id: this.ids.next(), name: deckText.names.table, descr: piece.table.caption };
        return [frameXml(named, piece.box, tableXml(piece.table, this.text, this.look.theme))];
      }
      case 'chart':
        return [this.chart(piece)];
      case 'drawing': {
        const { theme } = this.look;
        return drawList(piece.list, piece.links, piece.placing, { ids: this.ids, theme, text: this.text });
      }
    }
  }

  write(): string {
    const shapes = [
      ...this.head(),
      ...this.slide.pieces.flatMap((piece) => this.piece(piece)),
      ...this.foot(),
    ];
    return xmlFile(
      xml(
        'p:sld',
        slideSpaces,
        xml('p:cSld', {}, treeXml(shapes)),
        '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
      ),
    );
  }
}

/** A slide as XML. Its layout is relation rId1, its charts follow in their order. */
export function slideXml(slide: Slide, look: SlideLook): string {
  return new SlideWriter(slide, look).write();
}
