import { useEffect } from 'react';
import { useApp } from './store';

/** Puts the chosen theme on the page, and follows the system where that is the choice. */
export function useTheme(): void {
  const theme = useApp((state) => state.preferences.theme);
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const show = (): void => {
      document.documentElement.dataset['theme'] =
        theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
      useApp.setState((state) => ({ preferences: { ...state.preferences } }));
    };
    show();
    system.addEventListener('change', show);
    return () => system.removeEventListener('change', show);
  }, [theme]);
}
