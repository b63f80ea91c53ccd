import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far the parts of a box reach, px; 0 where it is empty. */
function contentWidth(box: Element | null): number {
  const [first, last] = [box?.firstElementChild, box?.lastElementChild];
  return first && last ? last.getBoundingClientRect().right - first.getBoundingClientRect().left : 0;
}

/** What is left for a box in its row beside its two neighbours, px. */
function roomOf(box: HTMLElement): number {
  const row = box.parentElement;
  if (!row) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(row);
  const inner = row.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return inner - contentWidth(box.previousElementSibling) - contentWidth(box.nextElementSibling);
}

/** Whether the full form of a box between two others fits into their row; `form` is a text that changes with what it holds and with what stands beside it. */
export function useFit(form: string): { box: RefObject<HTMLDivElement | null>; fits: boolean } {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const [needed, setNeeded] = useState({ form, width: 0 });
  const isKnown = needed.form === form;
  const fits = !isKnown || needed.width <= room + 1;
  useLayoutEffect(() => {
    if (!box.current) return;
    setRoom(roomOf(box.current));
    const width = box.current.scrollWidth;
    if (fits && (!isKnown || width > needed.width)) setNeeded({ form, width });
  }, [form, fits, isKnown, needed.width]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(roomOf(element)));
    for (const each of [element.parentElement, element.previousElementSibling, element.nextElementSibling])
      if (each) observer.observe(each);
    return () => observer.disconnect();
  }, []);
  return { box, fits };
}
