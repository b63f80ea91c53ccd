import { useEffect } from 'react';
import { useApp } from './store';

const queries = {
  dark: '(prefers-color-scheme: dark)',
  contrast: '(prefers-contrast: more)',
  calm: '(prefers-reduced-motion: reduce)',
} as const;

/** True where something is asked for by the preferences, or by the system where they leave it to it. */
const isOn = (choice: string, query: string): boolean =>
  choice !== 'system' || window.matchMedia(query).matches;

/** Puts theme, contrast and movement on the page, and follows the system where that is the choice. */
export function useTheme(): void {
  const { theme, contrast, motion } = useApp((state) => state.preferences);
  useEffect(() => {
    const lists = Object.values(queries).map((query) => window.matchMedia(query));
    const show = (): void => {
      const { dataset } = document.documentElement;
      const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia(queries.dark).matches);
      dataset['theme'] = isDark ? 'dark' : 'light';
      dataset['contrast'] = isOn(contrast, queries.contrast) ? 'more' : 'usual';
      dataset['motion'] = isOn(motion, queries.calm) ? 'reduced' : 'usual';
      useApp.setState((state) => ({ preferences: { ...state.preferences } }));
    };
    show();
    for (const list of lists) list.addEventListener('change', show);
    return () => {
      for (const list of lists) list.removeEventListener('change', show);
    };
  }, [theme, contrast, motion]);
}
