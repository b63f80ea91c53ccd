import { componentsInOrder, edgesAt, type LinearEdges } from './components';

/** The answer of a linear system, or the nodes of a loop that nothing leaves. */
export type Solved =
  | { readonly kind: 'solved'; readonly value: Float64Array }
  | { readonly kind: 'endless'; readonly nodes: readonly number[] };

/** A pivot below this is a loop that nothing leaves: its visits have no bound. */
const smallestPivot = 1e-10;

/** Solves `rows x = right` by elimination with partial pivoting; null where the matrix is singular. */
export function solveDense(rows: Float64Array[], right: Float64Array): Float64Array | null {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    const pivotRow = rows[best];
    const swapped = rows[column];
    const pivot = pivotRow?.[column] ?? 0;
    if (!pivotRow || !swapped || Math.abs(pivot) < smallestPivot) return null;
    rows[best] = swapped;
    rows[column] = pivotRow;
    const kept = right[best] ?? 0;
    right[best] = right[column] ?? 0;
    right[column] = kept;
    for (let row = column + 1; row < size; row += 1) {
      const target = rows[row];
      const factor = (target?.[column] ?? 0) / pivot;
      if (!target || factor === 0) continue;
      for (let at = column; at < size; at += 1) target[at] = (target[at] ?? 0) - factor * (pivotRow[at] ?? 0);
      right[row] = (right[row] ?? 0) - factor * kept;
    }
  }
  const answer = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] ?? 0;
    for (let at = row + 1; at < size; at += 1) sum -= (rows[row]?.[at] ?? 0) * (answer[at] ?? 0);
    answer[row] = sum / (rows[row]?.[row] ?? 1);
  }
  return answer;
}

interface Loop {
  /** Nodes in an order in which few edges run backwards. */
  readonly nodes: readonly number[];
  readonly edgesInto: readonly (readonly number[])[];
  readonly edges: LinearEdges;
  readonly value: Float64Array;
  readonly source: Float64Array;
}

/** Nodes of the loop that an edge from further back leads to. All other nodes follow from them. */
function returnPoints(loop: Loop, place: ReadonlyMap<number, number>): number[] {
  return loop.nodes.filter((node) => {
    const own = place.get(node) ?? 0;
    return loop.edgesInto[node]?.some((edge) => (place.get(loop.edges.from[edge] ?? -1) ?? -1) >= own);
  });
}

/**
 * Solves one loop: every node is written as a sum of the visits of the return points (edges into
 * the loop from before it are known numbers), which leaves one dense equation per return point.
 */
function solveLoop(loop: Loop): boolean {
  const { nodes, edges, edgesInto, value, source } = loop;
  const place = new Map(nodes.map((node, at) => [node, at]));
  const returns = returnPoints(loop, place);
  const column = new Map(returns.map((node, at) => [node, at]));
  const width = returns.length;
  const terms = new Map<number, Float64Array>();
  for (const node of returns) {
    const own = new Float64Array(width + 1);
    own[column.get(node) ?? 0] = 1;
    terms.set(node, own);
  }
  const arriving = (node: number): Float64Array => {
    const sum = new Float64Array(width + 1);
    sum[width] = source[node] ?? 0;
    for (const edge of edgesInto[node] ?? []) {
      const from = edges.from[edge] ?? 0;
      const weight = edges.weight[edge] ?? 0;
      const part = terms.get(from);
      if (!part) sum[width] = (sum[width] ?? 0) + weight * (value[from] ?? 0);
      else for (let at = 0; at <= width; at += 1) sum[at] = (sum[at] ?? 0) + weight * (part[at] ?? 0);
    }
    return sum;
  };
  for (const node of nodes) if (!column.has(node)) terms.set(node, arriving(node));
  const right = new Float64Array(width);
  const rows = returns.map((node, at) => {
    const sum = arriving(node);
    right[at] = sum[width] ?? 0;
    return sum.slice(0, width).map((term, other) => (other === at ? 1 : 0) - term);
  });
  const answer = solveDense(rows, right);
  if (!answer) return false;
  for (const node of nodes) {
    const part = terms.get(node);
    let sum = part?.[width] ?? 0;
    for (let at = 0; at < width; at += 1) sum += (part?.[at] ?? 0) * (answer[at] ?? 0);
    value[node] = sum;
  }
  return nodes.every((node) => Number.isFinite(value[node]) && (value[node] ?? 0) > -1e-9);
}

/** Solves `v = source + P^T v`: straight parts by substitution, each loop by a dense system of its return points. */
export function solveVisits(edges: LinearEdges, source: Float64Array): Solved {
  const roots = [...source.keys()].filter((node) => source[node] !== 0);
  const value = new Float64Array(edges.size);
  const edgesInto = edgesAt(edges, 'to');
  for (const nodes of componentsInOrder(edges, roots)) {
    const only = nodes.length === 1 ? nodes[0] : undefined;
    const loopsOnItself = only !== undefined && edgesInto[only]?.some((edge) => edges.from[edge] === only);
    if (only !== undefined && !loopsOnItself) {
      let sum = source[only] ?? 0;
      for (const edge of edgesInto[only] ?? [])
        sum += (edges.weight[edge] ?? 0) * (value[edges.from[edge] ?? 0] ?? 0);
      value[only] = sum;
    } else if (!solveLoop({ nodes, edges, edgesInto, value, source })) {
      return { kind: 'endless', nodes };
    }
  }
  return { kind: 'solved', value };
}
