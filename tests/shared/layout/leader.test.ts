import { describe, expect, test } from 'vitest';
import { leaderOf } from '../../../shared/layout/leader';

const flow = [
  { x: 0, y: 100 },
  { x: 300, y: 100 },
  { x: 300, y: 400 },
];
const label = (x: number, y: number): { x: number; y: number; width: number; height: number } => ({
  x,
  y,
  width: 80,
  height: 20,
});

describe('the line from a label to its flow', () => {
  test('is left out where the label stands on the flow', () => {
    expect(leaderOf(flow, label(100, 90))).toBeNull();
  });

  test('runs straight down from a label above it, from the middle', () => {
    expect(leaderOf(flow, label(100, 60))).toEqual({ from: { x: 140, y: 80 }, to: { x: 140, y: 100 } });
  });

  test('goes to the piece that is nearest', () => {
    expect(leaderOf(flow, label(330, 290))).toEqual({ from: { x: 330, y: 300 }, to: { x: 300, y: 300 } });
  });

  test('goes from corner to end where the label stands beyond the flow', () => {
    expect(leaderOf(flow, label(310, 420))).toEqual({ from: { x: 310, y: 420 }, to: { x: 300, y: 400 } });
  });
});
