import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = {
  type: 'tag' as const,
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** The rules of those standards that look at colours. A test of the style sheets holds that dark is nothing but other colours. */
const ofColours = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] };

/** The ways in which a screen is looked at, and by which rules. */
const appearances = [
  {
    name: 'light',
    media: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
    rules: standards,
  },
  {
    name: 'dark',
    media: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' },
    rules: ofColours,
  },
  {
    name: 'forced colours, dark',
    media: { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
    rules: ofColours,
  },
  {
    name: 'forced colours',
    media: { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' },
    rules: standards,
  },
] as const;

type Rules = (typeof appearances)[number]['rules'];

/** A builder that sends axe to the page only where the page does not have it yet. */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) }).setLegacyMode(true);
}

/** What axe finds on the page, or in parts of it, one line for each element; targets under 24 px are among it. */
async function violationsOn(page: Page, rules: Rules, parts: readonly string[]): Promise<string[]> {
  const axe = await axeOn(page);
  axe.options({ resultTypes: ['violations'], runOnly: { ...rules, values: [...rules.values] } });
  for (const part of parts) {
    await page.locator(part).first().waitFor({ state: 'attached' });
    axe.include(part);
  }
  // What is on its way to another place or opacity is not what people see.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await axe.analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.html.slice(0, 200)} - ${node.failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`,
    ),
  );
}

/** Asserts that axe has no complaint about what is on the screen, in any appearance; about parts of it where the rest was checked before. */
export async function expectAccessible(page: Page, screen: string, ...parts: string[]): Promise<void> {
  for (const { name, media, rules } of appearances) {
    await page.emulateMedia(media);
    await expect(page.locator('html')).toHaveAttribute('data-theme', media.colorScheme);
    expect.soft(await violationsOn(page, rules, parts), `${screen}, ${name}`).toEqual([]);
  }
  await page.emulateMedia(appearances[0].media);
}

/** Asserts that colours are far enough apart where people ask for more contrast. */
export async function expectContrast(
  page: Page,
  screen: string,
  schemes: readonly ('light' | 'dark')[] = ['light'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ ...appearances[0].media, colorScheme, contrast: 'more' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
    expect.soft(await violationsOn(page, ofColours, []), `${screen}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ ...appearances[0].media, contrast: 'no-preference' });
}
