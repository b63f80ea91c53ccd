import type { MapGraph } from '../model/queries';
import type { Confidence } from './explain-types';
import { provenanceOf } from './provenance';
import type { FigureKey, Figures } from './types';

/** How well a figure is founded: a level, and the part of it that was measured or comes from a log, 0..1. */
export interface Trust {
  readonly level: Confidence;
  readonly part: number;
}

/** From which measured part of a figure on it is well, or partly, founded. */
const from = { high: 0.7, medium: 0.3 } as const;

/** How well a figure is founded; null where it rests on no values of steps, or nothing is known. */
export function trustOf(graph: MapGraph, figures: Figures, key: FigureKey): Trust | null {
  const provenance = provenanceOf(graph, figures, key);
  if (!provenance) return null;
  const part = provenance.parts.measured + provenance.parts.log;
  return { part, level: part >= from.high ? 'high' : part >= from.medium ? 'medium' : 'low' };
}
