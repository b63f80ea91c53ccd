import {
  FlaskConical,
  GitCompareArrows,
  HeartHandshake,
  LayoutGrid,
  ListTodo,
  ScrollText,
  Table2,
  UsersRound,
  Workflow,
} from 'lucide';
import { type ComponentType, lazy } from 'react';
import type { PageName } from '../../shared/text/pages';
import type { IconNode } from '../ui/icon';
import { MapPage } from './map-page';

interface EditorPage {
  readonly name: PageName;
  readonly icon: IconNode;
  /** True where the figures of the shown map stand above the page. */
  readonly hasFigures: boolean;
  /** Loaded when it is first shown, but for the map. */
  readonly component: ComponentType;
}

/** The pages of the editor in the order of the rail. */
export const pages: readonly EditorPage[] = [
  { name: 'map', icon: Workflow, hasFigures: true, component: MapPage },
  {
    name: 'table',
    icon: Table2,
    hasFigures: true,
    component: lazy(async () => ({ default: (await import('./table/table-page')).TablePage })),
  },
  {
    name: 'charter',
    icon: ScrollText,
    hasFigures: false,
    component: lazy(async () => ({ default: (await import('./charter/charter-page')).CharterPage })),
  },
  {
    name: 'value',
    icon: HeartHandshake,
    hasFigures: false,
    component: lazy(async () => ({ default: (await import('./value/value-page')).ValuePage })),
  },
  {
    name: 'dimensions',
    icon: LayoutGrid,
    hasFigures: false,
    component: lazy(async () => ({ default: (await import('./dimensions/dimensions-page')).DimensionsPage })),
  },
  {
    name: 'what-if',
    icon: FlaskConical,
    hasFigures: true,
    component: lazy(async () => ({ default: (await import('./what-if/what-if-page')).WhatIfPage })),
  },
  {
    name: 'compare',
    icon: GitCompareArrows,
    hasFigures: false,
    component: lazy(async () => ({ default: (await import('./compare/compare-page')).ComparePage })),
  },
  {
    name: 'plan',
    icon: ListTodo,
    hasFigures: false,
    component: lazy(async () => ({ default: (await import('./plan/plan-page')).PlanPage })),
  },
  {
    name: 'workshop',
    icon: UsersRound,
    hasFigures: false,
    component: lazy(async () => ({ default: (await import('./workshop/workshop-page')).WorkshopPage })),
  },
];
