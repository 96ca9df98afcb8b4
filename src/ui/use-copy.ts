import { useEffect, useState } from 'react';

export type CopyState = 'idle' | 'copied' | 'refused';

/** Nothing while nothing was copied. */
export function copyWords(state: CopyState): string {
  if (state === 'idle') return '';
  return state === 'copied' ? 'Copied' : 'The browser refused. Select the text and press Ctrl+C.';
}

/** How long "Copied" stands. */
const shownMs = 2000;

/** Copies text and says for a moment how that went. */
export function useCopy(): readonly [CopyState, (text: string) => Promise<void>] {
  const [outcome, setOutcome] = useState<{ readonly state: CopyState }>({ state: 'idle' });
  useEffect(() => {
    if (outcome.state === 'idle') return;
    const timer = setTimeout(() => setOutcome({ state: 'idle' }), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (text: string) => setOutcome({ state: (await copyText(text)) ? 'copied' : 'refused' });
  return [outcome.state, copy];
}

/**
 * Whether it worked. The clipboard is refused in insecure contexts, in frames and by policy; the old command, which takes
 * what is selected, often still works there.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
