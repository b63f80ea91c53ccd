import { describe, expect, it } from 'vitest';
import { findGuides } from '../../renderer/canvas/guides';

const box = (x: number, y: number, width = 160, height = 96) => ({ x, y, width, height });

describe('guides while something is moved', () => {
  it('bring a step in line with the top of another one, and show the line over both', () => {
    const guides = findGuides(box(400, 5), [box(0, 0)], 6);
    expect([guides.dx, guides.dy]).toEqual([0, -5]);
    expect(guides.lines.filter((line) => line.axis === 'y')).toEqual([
      { axis: 'y', at: 0, from: 0, to: 560 },
      { axis: 'y', at: 48, from: 0, to: 560 },
      { axis: 'y', at: 96, from: 0, to: 560 },
    ]);
  });

  it('bring the middles of boxes of different sizes in line', () => {
    const guides = findGuides(box(400, 11, 128, 80), [box(0, 0)], 6);
    expect(guides.dy).toBe(-3);
    expect(guides.lines.map((line) => line.at)).toEqual([48]);
  });

  it('choose the middles where an edge is as near', () => {
    // Middles are 8 apart, and so are the tops of the two.
    const guides = findGuides(box(400, 40), [box(0, 48, 144, 64)], 8);
    expect(guides.dy).toBe(-8);
  });

  it('leave alone what is farther off than asked for', () => {
    expect(findGuides(box(400, 7), [box(0, 0)], 6)).toEqual({ dx: 0, dy: 0, lines: [], gaps: [] });
  });

  it('make the gaps to both neighbours equal', () => {
    // Between 160 and 600 there are 440 pixels: a step of 160 leaves 140 on each side.
    const guides = findGuides(box(303, 300), [box(0, 290), box(600, 310)], 6);
    expect(guides.dx).toBe(-3);
    expect(guides.gaps.map((gap) => [gap.from, gap.to])).toEqual([
      [160, 300],
      [460, 600],
    ]);
  });

  it('repeat the gap between the two steps before', () => {
    const guides = findGuides(box(484, 20), [box(0, 50), box(240, 60)], 6);
    expect(guides.dx).toBe(-4);
    expect(guides.gaps.map((gap) => [gap.from, gap.to])).toEqual([
      [160, 240],
      [400, 480],
    ]);
  });

  it('show what is in line already without moving anything', () => {
    const guides = findGuides(box(400, 0), [box(0, 0)], 0);
    expect([guides.dx, guides.dy]).toEqual([0, 0]);
    expect(guides.lines).toHaveLength(3);
  });
});
