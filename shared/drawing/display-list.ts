/** Names of colours; a theme gives each its value, so that one display list serves screen, light and dark exports. */
export type Ink = keyof typeof import('./theme').light;

/** Font weights that are bundled. */
export type Weight = 400 | 500 | 600 | 650;

/** A line; its ends and corners are round, dashes are cut off straight. */
export interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
}

interface Painted {
  readonly fill?: Ink;
  readonly stroke?: Stroke;
}

/** A rectangle; x, y is its top left corner. */
export interface Rect extends Painted {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

/** A path in SVG path data, absolute coordinates. */
export interface Path extends Painted {
  readonly kind: 'path';
  readonly d: string;
}

/** One line of text that has been measured and fits; y is the baseline. */
export interface Text {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly ink: Ink;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Degrees, clockwise, around x, y. */
  readonly rotate?: number;
  /** Full text where `text` was shortened. */
  readonly full?: string;
}

/** A group; `about` is the id of the node or flow it draws, `label` the sentence a screen reader says. */
export interface Group {
  readonly kind: 'group';
  readonly role: 'lane' | 'node' | 'flow' | 'queue' | 'ladder' | 'badge' | 'part' | 'title';
  readonly about?: string;
  readonly label?: string;
  readonly x: number;
  readonly y: number;
  readonly items: readonly Item[];
}

export type Item = Rect | Path | Text | Group;

/** A whole drawing; sizes in pixels at 100 %. */
export interface DisplayList {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly items: readonly Item[];
}
