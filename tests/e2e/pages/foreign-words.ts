import type { Page } from '@playwright/test';

/** Spaces and hyphens that are not seen: they say where a long name may be broken. */
const unseen = /[\u200B\u00AD]/g;

/** Texts on the screen, and names told to screen readers, that hold a word in plain letters. */
export async function plainWords(page: Page, known: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      // Pictures of ready-made steps and of examples are content, like templates.
      if (element?.closest('style, script, kbd, [data-pane=palette] svg, [role=dialog] svg')) continue;
      found.add((node.textContent ?? '').trim());
    }
    const names = ['aria-label', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    for (const name of names)
      for (const element of document.querySelectorAll(`[${name}]`))
        found.add(element.getAttribute(name)?.trim() ?? '');
    return [...found];
  });
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  const rest = (text: string): string => longestFirst.reduce((left, name) => left.replaceAll(name, ''), text);
  return texts.filter((text) => /[A-Za-z]{3,}/.test(rest(text.replaceAll(unseen, ''))));
}

/** Words of the full map, and figures in a cell: what a user wrote may be shortened. */
export const isOwnWord = (text: string): boolean =>
  /^(?:[\p{Script=Greek}\P{L}]|[0-9.](?:h|m|d))+$/u.test(text);

/** Texts of the catalogue that are cut: they reach over an edge behind which nothing can be scrolled to. Words of a user, which `isOwn` tells, may be shortened. */
export async function cutTexts(
  page: Page,
  isOwn: (text: string) => boolean = () => false,
): Promise<string[]> {
  const cut = await page.evaluate(() => {
    const slack = 2;
    const isUnseen = ({ width, height }: DOMRect): boolean => width <= 1 || height <= 1;
    const isBeyond = (rect: DOMRect, element: Element): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        const edge = at.getBoundingClientRect();
        if (isUnseen(edge) && overflowX !== 'visible') return false;
        const isOverX = rect.right > edge.right + slack || rect.left < edge.left - slack;
        const isOverY = rect.bottom > edge.bottom + slack || rect.top < edge.top - slack;
        if (isOverX && /hidden|clip/.test(overflowX)) return true;
        if (isOverY && /hidden|clip/.test(overflowY)) return true;
        if (/auto|scroll/.test(overflowX + overflowY)) return false;
      }
      return rect.right > window.innerWidth + slack || rect.bottom > window.innerHeight + slack;
    };
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || (node.textContent ?? '').trim() === '' || element.closest('svg, [data-canvas]'))
        continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((rect) => !isUnseen(rect));
      if (rects.some((rect) => isBeyond(rect, element))) found.add((node.textContent ?? '').trim());
    }
    return [...found];
  });
  return cut.filter((text) => !isOwn(text));
}

/** What scrolls sideways though it is neither a table nor a sheet of paper, by its class and how far it reaches over. */
export function sidewaysParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isOpen = (element: Element): boolean =>
      element.checkVisibility() &&
      !element.matches('table, [role=grid], :has(> table, > [role=grid], > * > article)');
    const all = [document.documentElement, ...document.querySelectorAll('main, main *, [role=dialog] *')];
    return all
      .filter((each) => each.scrollWidth > each.clientWidth + 2 && isOpen(each))
      .filter(
        (each) => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowX),
      )
      .map((each) => `${each.className.toString()}: ${String(each.scrollWidth - each.clientWidth)} px`);
  });
}
