import { createTabster } from 'tabster';

let isKept = false;

/**
 * Keeps Fluent's keeper of the focus for as long as the page. Fluent gives it up with its last user, and where that is a dialog
 * that is taken away, all behind it stays hidden from assistive technology. Call it while a dialog is there.
 */
export function keepTabster(): void {
  if (!isKept) createTabster(window);
  isKept = true;
}
