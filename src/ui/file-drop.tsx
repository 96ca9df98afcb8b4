import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';

const useStyles = makeStyles({
  veil: {
    position: 'fixed',
    inset: '8px',
    zIndex: 1000,
    display: 'grid',
    placeItems: 'center',
    pointerEvents: 'none',
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
});

export interface FileDropProps {
  /** What dropping does: `Drop to open`. */
  readonly label: string;
  onFiles(files: File[]): void;
}

/** The whole page takes files that no part of it took. */
export function FileDrop({ label, onFiles }: FileDropProps) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    // By a part of the page that takes files itself.
    let isTaken = false;
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      isTaken = event.defaultPrevented;
      event.preventDefault();
      setOver(!isTaken);
    };
    // Leaving for an element inside the page has a relatedTarget; leaving the window has none.
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length > 0 && !isTaken) take(files);
    };
    // Not on the window, which comes later and turns away what nobody took (`use-no-stray-drops.ts`).
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver ? <div className={styles.veil}>{label}</div> : null;
}
