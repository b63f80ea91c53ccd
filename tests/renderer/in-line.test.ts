import { expect, it } from 'vitest';
import { aligned, distributed } from '../../renderer/canvas/in-line';

const boxes = new Map([
  ['a', { x: 0, y: 0, width: 100, height: 40 }],
  ['b', { x: 130, y: 50, width: 60, height: 80 }],
  ['c', { x: 400, y: 20, width: 100, height: 40 }],
]);

it('puts edges and middles in line with the box round all', () => {
  // The box round all is 500 wide and 130 high.
  expect([...aligned(boxes, 'left').values()].map(({ x }) => x)).toEqual([50, 30, 50]);
  expect([...aligned(boxes, 'right').values()].map(({ x }) => x)).toEqual([450, 470, 450]);
  expect([...aligned(boxes, 'centre').values()].map(({ x }) => x)).toEqual([250, 250, 250]);
  expect([...aligned(boxes, 'top').values()].map(({ y }) => y)).toEqual([20, 40, 20]);
  expect([...aligned(boxes, 'bottom').values()].map(({ y }) => y)).toEqual([110, 90, 110]);
  expect([...aligned(boxes, 'middle').values()]).toEqual([
    { x: 50, y: 65 },
    { x: 160, y: 65 },
    { x: 450, y: 65 },
  ]);
});

it('makes gaps equal and leaves the first and the last where they are', () => {
  // 500 wide, 260 of it taken: two gaps of 120.
  expect([...distributed(boxes, 'x')]).toEqual([
    ['a', { x: 50, y: 20 }],
    ['b', { x: 250, y: 90 }],
    ['c', { x: 450, y: 40 }],
  ]);
});
