import { describe, expect, test } from 'vitest';
import { printOutcome } from '../../main/print-outcome';

describe('what came of printing', () => {
  test.each([
    [true, '', 'printed'],
    [false, 'Print job canceled', 'cancelled'],
    [false, 'cancelled', 'cancelled'],
  ])('%s %s is told as %s', (isPrinted, reason, kind) => {
    expect(printOutcome(isPrinted, reason)).toEqual({ kind });
  });

  test.each(['Failed to enumerate printers', 'No printers available on the network'])(
    '%s: there is none, and a PDF file is the way round',
    (reason) => {
      expect(printOutcome(false, reason)).toEqual({
        kind: 'failed',
        sentence: expect.stringMatching(/^No printer was found.*PDF/),
      });
    },
  );

  test('a printer that fails is to be looked at', () => {
    expect(printOutcome(false, 'Print job failed')).toEqual({
      kind: 'failed',
      sentence: expect.stringMatching(/^The printer did not take the sheets.*PDF/),
    });
  });
});
