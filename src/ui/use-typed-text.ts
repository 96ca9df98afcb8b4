import { useEffect, useRef, useState } from 'react';

const restMs = 200;

interface Waiting {
  readonly text: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** How what stands in a box and what is told of it follow from each other. */
export interface TypedWords {
  /** What is told of a text in the box. */
  told(typed: string): string;
  /** What stands in the box for a text that was chosen elsewhere. */
  typed(text: string): string;
}

const asTyped: TypedWords = { told: (typed) => typed.trim(), typed: (text) => text };

/**
 * Text of a box that is told once typing rests, since whoever is told does something costly with it. What is typed runs ahead
 * of what was told; a change made elsewhere replaces it. Leaving the box has to tell it: what is pressed next may take the box
 * away or lead elsewhere, and telling it then would be too late.
 */
export function useTypedText(text: string, onText: (text: string) => void, words = asTyped) {
  const waiting = useRef<Waiting>(undefined);
  // `seen` and `told` tell a change made elsewhere from an echo, which may come after more was typed.
  const [typed, setTyped] = useState({ text: words.typed(text), seen: text, told: text });
  if (typed.seen !== text) {
    setTyped(typed.told === text ? { ...typed, seen: text } : { text: words.typed(text), seen: text, told: text });
  }

  const stopWaiting = () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  };
  // After a change made elsewhere, what waits is not what stands in the box.
  useEffect(() => {
    if (waiting.current?.text === typed.text) return;
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  }, [typed.text]);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);

  const tell = (next: string) => {
    stopWaiting();
    const told = words.told(next);
    setTyped((last) => ({ ...last, told }));
    onText(told);
  };
  return {
    typed: typed.text,
    /** Clearing is told at once. */
    type: (next: string) => {
      stopWaiting();
      setTyped((last) => ({ ...last, text: next }));
      if (next === '') tell(next);
      else waiting.current = { text: next, timer: setTimeout(() => tell(next), restMs) };
    },
    /** What waits to be told, without waiting: for Enter, and for leaving the box. */
    tellNow: () => {
      if (waiting.current) tell(waiting.current.text);
    },
  };
}
