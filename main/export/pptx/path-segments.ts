import { type Point, readArguments } from '../../../shared/drawing/path-data';

/** A piece of a path in absolute coordinates; curves have their control points before their end. */
export interface Segment {
  readonly kind: 'move' | 'line' | 'quad' | 'cubic' | 'close';
  readonly points: readonly Point[];
}

interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Radians. */
  readonly turn: number;
  readonly isLarge: boolean;
  readonly isSweep: boolean;
}

interface Ellipse {
  readonly centre: Point;
  readonly rx: number;
  readonly ry: number;
  readonly turn: number;
}

const onEllipse = ({ centre, rx, ry, turn }: Ellipse, x: number, y: number): Point => ({
  x: centre.x + rx * x * Math.cos(turn) - ry * y * Math.sin(turn),
  y: centre.y + rx * x * Math.sin(turn) + ry * y * Math.cos(turn),
});

/** An arc as cubic curves of at most a quarter turn, by the conversion to its centre that SVG describes. */
function arcSegments(from: Point, to: Point, arc: Arc): Segment[] {
  const { turn, isLarge, isSweep } = arc;
  let rx = Math.abs(arc.rx);
  let ry = Math.abs(arc.ry);
  if (rx === 0 || ry === 0) return [{ kind: 'line', points: [to] }];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const grow = Math.sqrt(Math.max(1, (x / rx) ** 2 + (y / ry) ** 2));
  rx *= grow;
  ry *= grow;
  const below = (rx * y) ** 2 + (ry * x) ** 2;
  if (below === 0) return [];
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - below) / below)) * (isLarge === isSweep ? -1 : 1);
  const [cx, cy] = [(root * rx * y) / ry, (-root * ry * x) / rx];
  const centre = {
    x: cos * cx - sin * cy + (from.x + to.x) / 2,
    y: sin * cx + cos * cy + (from.y + to.y) / 2,
  };
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let sweep = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - start;
  if (isSweep && sweep < 0) sweep += 2 * Math.PI;
  if (!isSweep && sweep > 0) sweep -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const ellipse = { centre, rx, ry, turn };
  const part = sweep / count;
  const reach = (4 / 3) * Math.tan(part / 4);
  return Array.from({ length: count }, (_, index): Segment => {
    const [a, b] = [start + index * part, start + (index + 1) * part];
    return {
      kind: 'cubic',
      points: [
        onEllipse(ellipse, Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
        onEllipse(ellipse, Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
        index === count - 1 ? to : onEllipse(ellipse, Math.cos(b), Math.sin(b)),
      ],
    };
  });
}

const sizes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7 };

/** Follows path data from command to command. */
class Pen {
  private at: Point = { x: 0, y: 0 };
  private start: Point = { x: 0, y: 0 };
  /** The control point that a smooth curve mirrors. */
  private control: { readonly kind: 'quad' | 'cubic'; readonly point: Point } | null = null;
  readonly segments: Segment[] = [];

  private add(kind: Segment['kind'], points: readonly Point[]): void {
    this.segments.push({ kind, points });
    this.at = points.at(-1) ?? this.at;
    const before = points.at(-2);
    this.control = (kind === 'quad' || kind === 'cubic') && before ? { kind, point: before } : null;
  }

  private mirrored(kind: 'quad' | 'cubic'): Point {
    const { at, control } = this;
    if (control?.kind !== kind) return at;
    return { x: 2 * at.x - control.point.x, y: 2 * at.y - control.point.y };
  }

  private arc(values: readonly number[], end: Point): void {
    const [rx = 0, ry = 0, degrees = 0, large = 0, sweep = 0] = values;
    const turn = (degrees * Math.PI) / 180;
    for (const { kind, points } of arcSegments(this.at, end, {
      rx,
      ry,
      turn,
      isLarge: large === 1,
      isSweep: sweep === 1,
    }))
      this.add(kind, points);
  }

  private step(letter: string, values: readonly number[], isRelative: boolean): void {
    const base = isRelative ? this.at : { x: 0, y: 0 };
    const points: Point[] = [];
    for (let index = 0; index + 1 < values.length; index += 2)
      points.push({ x: base.x + (values[index] ?? 0), y: base.y + (values[index + 1] ?? 0) });
    const [first = 0] = values;
    if (letter === 'h') this.add('line', [{ x: base.x + first, y: this.at.y }]);
    else if (letter === 'v') this.add('line', [{ x: this.at.x, y: base.y + first }]);
    else if (letter === 'l') this.add('line', points);
    else if (letter === 'c') this.add('cubic', points);
    else if (letter === 's') this.add('cubic', [this.mirrored('cubic'), ...points]);
    else if (letter === 'q') this.add('quad', points);
    else if (letter === 't') this.add('quad', [this.mirrored('quad'), ...points]);
    else this.arc(values, { x: base.x + (values[5] ?? 0), y: base.y + (values[6] ?? 0) });
  }

  command(command: string, rest: string): void {
    const letter = command.toLowerCase();
    const isRelative = letter === command;
    if (letter === 'z') {
      this.segments.push({ kind: 'close', points: [] });
      this.at = this.start;
      this.control = null;
      return;
    }
    const size = sizes[letter] ?? 2;
    const values = readArguments(rest, command);
    for (let index = 0; index + size <= values.length; index += size) {
      const own = values.slice(index, index + size);
      if (letter !== 'm') this.step(letter, own, isRelative);
      else if (index > 0) this.step('l', own, isRelative);
      else {
        const base = isRelative ? this.at : { x: 0, y: 0 };
        this.add('move', [{ x: base.x + (own[0] ?? 0), y: base.y + (own[1] ?? 0) }]);
        this.start = this.at;
      }
    }
  }
}

/** SVG path data in absolute pieces, arcs as cubic curves. */
export function segmentsOf(d: string): readonly Segment[] {
  const pen = new Pen();
  for (const [, command = '', rest = ''] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi))
    pen.command(command, rest);
  return pen.segments;
}

/** The points that path data lead through, control points of curves included. */
export function pathPoints(d: string): readonly Point[] {
  return segmentsOf(d).flatMap(({ points }) => points);
}
