import type { Item } from '../../../shared/drawing/display-list';
import type { Size } from '../../../shared/drawing/paper-size';
import type { WriterOptions } from '../../../shared/export/formats';

export type Orientation = WriterOptions['orientation'];

export type TagType =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link';

/** An element of the structure that screen readers follow; content hangs on those without children. */
export interface Tag {
  readonly type: TagType;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly children: Tag[];
}

/** A new element at the end of its parent. */
export function tagIn(parent: Tag, type: TagType, more: Pick<Tag, 'alt' | 'scope'> = {}): Tag {
  const tag: Tag = { type, children: [], ...more };
  parent.children.push(tag);
  return tag;
}

/** Something drawn on a sheet: of an element, or furniture of the page (null). */
export interface Mark {
  readonly tag: Tag | null;
  readonly items: readonly Item[];
  /** Where and how large a drawing stands; items of other marks are in points of the sheet. */
  readonly place?: { readonly x: number; readonly y: number; readonly scale: number };
  /** Of a drawing at its place, points. */
  readonly area?: Size;
}

/** A heading that the contents and the outline lead to. */
export interface Anchor {
  readonly title: string;
  readonly level: 1 | 2;
  /** Points from the top of the sheet. */
  readonly y: number;
}

/** A field that leads to an anchor; its tag is a Link. */
export interface SheetLink extends Size {
  readonly tag: Tag;
  readonly x: number;
  readonly y: number;
  readonly to: Anchor;
  readonly says: string;
}

/** One page, points. */
export interface Sheet extends Size {
  readonly marks: Mark[];
  readonly anchors: Anchor[];
  readonly links: SheetLink[];
}
