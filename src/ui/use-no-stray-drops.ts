import { useEffect } from 'react';

/**
 * A file dropped where nothing takes it does nothing; by itself a browser would leave the page and show the file. Whoever takes
 * files says so by `preventDefault`, on an element or on the document.
 */
export function useNoStrayDrops(): void {
  useEffect(() => {
    const turnAway = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', turnAway);
    window.addEventListener('drop', turnAway);
    return () => {
      window.removeEventListener('dragover', turnAway);
      window.removeEventListener('drop', turnAway);
    };
  }, []);
}
