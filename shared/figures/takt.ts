import { hoursPerMonth } from '../model/calendar';
import type { MapGraph } from '../model/queries';
import { scaledFigure, unknownFigure } from './figure';
import type { Figure } from './types';

/** Working minutes of an average month of the map's calendar. */
export function minutesPerMonth(graph: MapGraph): number {
  return hoursPerMonth(graph.calendar) * 60;
}

/** Items per working minute; null without a stated demand or without working time. */
export function demandRate(graph: MapGraph): number | null {
  const demand = graph.stream.demandPerMonth;
  const minutes = minutesPerMonth(graph);
  return demand === undefined || minutes <= 0 ? null : demand / minutes;
}

/** Takt in minutes: working time of a month / demand. No demand, or none at all, has no takt. */
export function takt(graph: MapGraph): Figure {
  const rate = demandRate(graph);
  if (rate === null || rate === 0) return unknownFigure(0, [{ about: graph.stream.id, field: 'demand' }]);
  const value = minutesPerMonth(graph) / (graph.stream.demandPerMonth ?? 1);
  return { value, lower: value, upper: value, coverage: 1, missing: [] };
}

/** Items on the way by Little's law: demand rate x expected lead time. */
export function wip(graph: MapGraph, leadTime: Figure): Figure {
  return scaledFigure(leadTime, demandRate(graph), [{ about: graph.stream.id, field: 'demand' }]);
}
