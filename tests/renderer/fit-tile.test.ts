import { describe, expect, it } from 'vitest';
import { fitTile } from '../../renderer/panels/fit-tile';
import { measureText } from '../../shared/drawing/font-metrics';

const tile = { value: '13h 36m', asides: ['2.4 calendar days', 'single pass 11h 48m'], note: '' };

/** Inter at weight 650, its letters 0.015 em closer as the style sheet sets them, with 2 % to spare. */
const valueWidth = (value: string, size: number): number =>
  (measureText(value, size, 650) - 0.015 * size * value.length) * 1.02;

describe('a tile of the metrics strip', () => {
  it('shows everything at its size where there is room', () => {
    expect(fitTile(tile, 400, 20)).toEqual({
      size: 20,
      asides: tile.asides,
      isWrapped: false,
      isNoteLong: false,
    });
  });

  it('makes the value a little smaller before it leaves out what stands beside it', () => {
    const beside = Math.max(...tile.asides.map((aside) => measureText(aside, 10.5, 500))) * 1.02 + 8;
    const room = valueWidth(tile.value, 17) + beside + 1;
    expect(fitTile(tile, room, 20)).toMatchObject({ size: 17, asides: tile.asides });
  });

  it('keeps the line beside it that still fits', () => {
    const beside = measureText('2.4 calendar days', 10.5, 500) * 1.02 + 8;
    const room = valueWidth(tile.value, 15) + beside + 1;
    expect(fitTile(tile, room, 17)).toMatchObject({ size: 15, asides: ['2.4 calendar days'] });
  });

  it.each(['at most 19.5 %', '1 234h 56m', '12.3 % to 45.6 %', 'unknown', 'Second-line specialist'])(
    'never cuts %s off: it is smaller, or takes two lines',
    (value) => {
      for (let room = 90; room <= 260; room += 10) {
        const { size, isWrapped } = fitTile({ value, asides: [], note: '' }, room, 20);
        expect(size).toBeGreaterThanOrEqual(13);
        expect(valueWidth(value, size)).toBeLessThanOrEqual(isWrapped ? 2 * room : room);
      }
    },
  );

  it('says when the note needs more than its two lines', () => {
    const note = '6 of 6 value classes, 5 of 6 waits, 4 of 6 process times unknown';
    expect(fitTile({ value: 'unknown', asides: [], note }, 110, 17).isNoteLong).toBe(true);
    expect(fitTile({ value: 'unknown', asides: [], note: '1h 39m of 13h 36m' }, 80, 17).isNoteLong).toBe(
      false,
    );
  });
});
