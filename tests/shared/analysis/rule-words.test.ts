import { expect, test } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { fieldNames } from '../../../shared/analysis/fields';
import { en } from '../../../shared/text/en';

test('everything that a rule may need has a name that people understand', () => {
  const named = Object.keys(en.ruleSettings.fields);
  expect(fieldNames.filter((field) => !named.includes(field))).toEqual([]);
});

test('every rule stands under a heading of the settings', () => {
  const headings = Object.keys(en.ruleSettings.categories);
  const homeless = allRules.filter(({ category }) => !headings.includes(category.split(':')[0] ?? ''));
  expect(homeless.map(({ id }) => id)).toEqual([]);
});
