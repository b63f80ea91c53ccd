import { Component, type ErrorInfo, type ReactNode } from 'react';
import { en } from '../../shared/text/en';
import { reportBrokenDrawing } from '../support/watch-errors';
import { Button } from '../ui/button';
import styles from './shell.module.css';

interface BrokenState {
  readonly isBroken: boolean;
}

/** Shows words and a way out where drawing the window failed, instead of an empty page. */
export class WhenBroken extends Component<{ children: ReactNode }, BrokenState> {
  override state: BrokenState = { isBroken: false };

  static getDerivedStateFromError(): BrokenState {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportBrokenDrawing(error, componentStack ?? '');
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const text = en.dialogs.broken;
    return (
      <main className={styles.broken}>
        <h1>{text.title}</h1>
        <p>{text.text}</p>
        <Button kind="primary" onPress={() => window.location.reload()}>
          {text.again}
        </Button>
      </main>
    );
  }
}
