/** Edges of a linear system by their target: `v[to] = source[to] + sum of weight x v[from]`. */
export interface LinearEdges {
  readonly size: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weight: readonly number[];
}

/** Numbers of the edges at each node, at the end named. */
export function edgesAt(edges: LinearEdges, end: 'from' | 'to'): number[][] {
  const lists: number[][] = Array.from({ length: edges.size }, () => []);
  edges[end].forEach((node, number) => lists[node]?.push(number));
  return lists;
}

interface Frame {
  readonly node: number;
  next: number;
}

/**
 * Strongly connected components of what the roots reach, causes before effects; inside a
 * component the nodes stand in reverse post-order, so that few edges run backwards (Tarjan 1972).
 */
export function componentsInOrder(edges: LinearEdges, roots: readonly number[]): number[][] {
  const out = edgesAt(edges, 'from');
  const index = new Int32Array(edges.size).fill(-1);
  const low = new Int32Array(edges.size);
  const finished = new Int32Array(edges.size).fill(-1);
  const isOpen = new Uint8Array(edges.size);
  const open: number[] = [];
  const components: number[][] = [];
  let seen = 0;
  let done = 0;
  const enter = (node: number): Frame => {
    index[node] = low[node] = seen++;
    isOpen[node] = 1;
    open.push(node);
    return { node, next: 0 };
  };
  const close = (node: number): void => {
    const component = open.splice(open.lastIndexOf(node));
    for (const each of component) isOpen[each] = 0;
    components.push(component.sort((a, b) => (finished[b] ?? 0) - (finished[a] ?? 0)));
  };
  for (const root of roots) {
    if (index[root] !== -1) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { node } = frame;
      const edge = out[node]?.[frame.next++];
      if (edge === undefined) {
        frames.pop();
        finished[node] = done++;
        if (low[node] === index[node]) close(node);
        const parent = frames.at(-1)?.node;
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
        continue;
      }
      const to = edges.to[edge] ?? 0;
      if (index[to] === -1) frames.push(enter(to));
      else if (isOpen[to] === 1) low[node] = Math.min(low[node] ?? 0, index[to] ?? 0);
    }
  }
  return components.reverse();
}
