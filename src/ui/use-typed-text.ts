import { useEffect, useRef, useState } from 'react';

const restMs = 200;

/**
 * Text of a box that is told once typing rests, since whoever is told does something costly with it. What is typed runs ahead
 * of what was told; a change made elsewhere replaces it.
 */
export function useTypedText(text: string, onText: (text: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // `from` tells a change made elsewhere from an echo.
  const [typed, setTyped] = useState({ text, from: text });
  if (typed.from !== text) setTyped({ text: typed.text.trim() === text ? typed.text : text, from: text });
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string, delayMs: number) => {
    setTyped({ text: next, from: text });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onText(next.trim()), delayMs);
  };
  return {
    typed: typed.text,
    /** Clearing is told at once. */
    type: (next: string) => tell(next, next === '' ? 0 : restMs),
    /** Without waiting, for Enter. */
    tellNow: () => tell(typed.text, 0),
  };
}
