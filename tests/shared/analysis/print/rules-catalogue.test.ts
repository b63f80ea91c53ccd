import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../../shared/analysis/all-rules';
import { rulesToJson, rulesToMarkdown, rulesToText } from '../../../../shared/analysis/print/rules-catalogue';

describe('the catalogue of rules', () => {
  it('is in docs/rules.md as the rules say it (node scripts/generate-docs.mjs writes it)', () => {
    const written = readFileSync(new URL('../../../../docs/rules.md', import.meta.url), 'utf8');
    expect(written).toBe(rulesToMarkdown());
  });

  it('tells of each rule its limits and its examples', () => {
    const text = rulesToMarkdown().replaceAll('\u00a0', ' ');
    for (const rule of allRules) expect(text).toContain(`\n### \`${rule.id}\`\n`);
    expect(text).toContain('\n  - `maxAgeDays`: Age of the observation, 180 days (1 day to 3 650 days)\n');
    expect(text).toContain(
      '\n- Flagged: A quarter of the forms comes back. Register → Screen; Screen → Register (rework 25 %)\n',
    );
  });

  it('is printed as JSON with everything that a settings screen needs', () => {
    const { schema, rules } = JSON.parse(rulesToJson()) as { schema: number; rules: { id: string }[] };
    expect(schema).toBe(1);
    expect(rules.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id));
    expect(rules.find(({ id }) => id === 'flow-dominant-wait')).toMatchObject({
      severity: 'error',
      principles: ['optimize-and-automate', 'focus-on-value'],
      wastes: ['waiting'],
      options: {
        share: { label: 'Share of the lead time', unit: 'share', default: 0.2, min: 0.01, max: 1 },
        mult: { label: 'Multiple of the work that follows', unit: 'factor', default: 3, min: 0, max: 100 },
      },
    });
  });

  it('is printed as text, one rule a line', () => {
    expect(rulesToText().split('\n')).toHaveLength(allRules.length + 1);
    expect(rulesToText()).toMatch(/^dq-split-probabilities +error +Outgoing shares/m);
  });
});
