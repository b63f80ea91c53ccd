import { describe, expect, it } from 'vitest';
import { readDate } from '../../../renderer/panels/dates';
import { exportWishSchema } from '../../../shared/export/formats';
import { exportWish } from '../../helpers/export-wish';

const isTaken = (today: string): boolean => exportWishSchema.safeParse(exportWish('docx', { today })).success;

describe('a date that is typed', () => {
  it.each(['2026-11-22', ' 2024-02-29 ', '2000-02-29', '2026-12-31'])('is taken as it is: %s', (typed) => {
    expect(readDate(typed)).toBe(typed.trim());
    expect(isTaken(typed.trim())).toBe(true);
  });

  it.each(['2026-02-31', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-11-00', '22.11.2026'])(
    'is refused where no calendar has it, as an export refuses it: %s',
    (typed) => {
      expect(readDate(typed)).toBeNull();
      expect(isTaken(typed)).toBe(false);
    },
  );

  it('is nothing where nothing is typed', () => {
    expect(readDate('  ')).toBeUndefined();
  });
});
