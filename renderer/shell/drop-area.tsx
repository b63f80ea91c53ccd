import { useEffect, useState } from 'react';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { loadRest } from '../load-rest';
import styles from './shell.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

async function openDropped(file: File): Promise<void> {
  const [opened, { takeForeign }] = await Promise.all([bridge.openDropped(file), loadRest()]);
  takeForeign(opened);
}

/** Lets a file be dropped anywhere on the window, and says what will happen. */
export function DropArea(): React.JSX.Element | null {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void openDropped(file);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={styles.dropArea}>
      {en.start.dropTitle}
      <span>{en.start.dropHint}</span>
    </div>
  );
}
