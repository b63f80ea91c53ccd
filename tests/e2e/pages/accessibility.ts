import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The ways in which a screen is looked at. */
const appearances = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' },
  'forced colours, dark': { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' },
} as const;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, or in parts of it, one line for each element; targets under 24 px are among it. */
async function violationsOn(page: Page, parts: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  for (const part of parts) {
    await page.locator(part).first().waitFor({ state: 'attached' });
    axe.include(part);
  }
  // What is on its way to another place or opacity is not what people see.
  await expect
    .poll(() =>
      page.evaluate(() => document.getAnimations().every(({ playState }) => playState !== 'running')),
    )
    .toBe(true);
  const { violations } = await axe.withTags(standards).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.html.slice(0, 200)} - ${node.failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`,
    ),
  );
}

/** Asserts that axe has no complaint about what is on the screen, in any appearance; about parts of it where the rest was checked before. */
export async function expectAccessible(page: Page, screen: string, ...parts: string[]): Promise<void> {
  for (const [name, media] of Object.entries(appearances)) {
    await page.emulateMedia(media);
    await expect(page.locator('html')).toHaveAttribute('data-theme', media.colorScheme);
    expect.soft(await violationsOn(page, parts), `${screen}, ${name}`).toEqual([]);
  }
  await page.emulateMedia(appearances.light);
}
