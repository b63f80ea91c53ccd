import { useEffect, useLayoutEffect, useRef } from 'react';

type Direction = 'row' | 'all';

const backward: Readonly<Record<Direction, readonly string[]>> = {
  row: ['ArrowLeft'],
  all: ['ArrowLeft', 'ArrowUp'],
};
const forward: Readonly<Record<Direction, readonly string[]>> = {
  row: ['ArrowRight'],
  all: ['ArrowRight', 'ArrowDown'],
};

interface ToolbarProps {
  readonly ref: React.RefObject<HTMLDivElement | null>;
  readonly role: 'toolbar';
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

function toolsIn(area: HTMLElement | null): HTMLElement[] {
  const all = area?.querySelectorAll<HTMLElement>(
    'button, summary, [role=menuitemcheckbox], [role=combobox]',
  );
  return [...(all ?? [])].filter((tool) => tool.checkVisibility());
}

/** Makes one Tab stop of many tools: arrow keys, Home and End walk inside. */
export function useToolbar(direction: Direction = 'row'): ToolbarProps {
  const ref = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLElement | null>(null);
  const settle = (): void => {
    const tools = toolsIn(ref.current);
    const stop = tools.find((tool) => tool === current.current) ?? tools[0];
    for (const tool of tools) {
      const wanted = tool === stop ? 0 : -1;
      if (tool.tabIndex !== wanted) tool.tabIndex = wanted;
    }
  };
  useLayoutEffect(settle);
  useEffect(() => {
    if (!ref.current) return undefined;
    // Parts of the bar draw themselves again without the bar, and some have Tab stops of their own.
    const observer = new MutationObserver(settle);
    observer.observe(ref.current, { childList: true, subtree: true, attributeFilter: ['tabindex'] });
    return () => observer.disconnect();
  }, []);
  return {
    ref,
    role: 'toolbar',
    onFocus: ({ target }) => {
      if (!(target instanceof HTMLElement) || !toolsIn(ref.current).includes(target)) return;
      current.current = target;
      settle();
    },
    onKeyDown: (event) => {
      const tools = toolsIn(ref.current);
      const at = tools.findIndex((tool) => tool === event.target);
      if (at < 0 || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const { key } = event;
      const next = backward[direction].includes(key)
        ? at - 1
        : forward[direction].includes(key)
          ? at + 1
          : key === 'Home'
            ? 0
            : key === 'End'
              ? tools.length - 1
              : null;
      if (next === null) return;
      event.preventDefault();
      tools[(next + tools.length) % tools.length]?.focus();
    },
  };
}
