import { nameOf } from './bpmn-elements';
import type { XmlElement } from './xml';

/** The lane of each element of a process, by id: of lanes inside lanes the innermost with a name. */
export function lanesOfProcess(process: XmlElement): Map<string, string> {
  const lanes = new Map<string, string>();
  const walk = (set: XmlElement, outer: string): void => {
    for (const lane of set.children.filter(({ name }) => name === 'lane')) {
      const called = nameOf(lane) || outer;
      for (const { name, text } of lane.children)
        if (name === 'flowNodeRef' && called !== '') lanes.set(text.trim(), called);
      for (const inner of lane.children.filter(({ name }) => name === 'childLaneSet')) walk(inner, called);
    }
  };
  for (const set of process.children.filter(({ name }) => name === 'laneSet')) walk(set, '');
  return lanes;
}

/** Where the elements of a file are drawn, by id. */
export function placesOf(root: XmlElement): Map<string, { readonly x: number; readonly y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  const walk = (element: XmlElement): void => {
    if (element.name === 'BPMNShape') {
      const bounds = element.children.find(({ name }) => name === 'Bounds')?.attributes;
      const [x, y, width] = ['x', 'y', 'width'].map((name) => Number(bounds?.get(name) ?? Number.NaN));
      const id = element.attributes.get('bpmnElement') ?? '';
      if (x !== undefined && y !== undefined && Number.isFinite(x + y))
        places.set(id.slice(id.indexOf(':') + 1), { x: x + (Number(width) || 0) / 2, y });
    } else element.children.forEach(walk);
  };
  root.children.filter(({ name }) => name === 'BPMNDiagram').forEach(walk);
  return places;
}
