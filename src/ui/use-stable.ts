import { useEffect, useRef, useState } from 'react';

/** What was given last, for whoever asks later than this render. */
export function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** The same array as long as it holds the same texts, so that what is made of it need not be drawn again. */
export function useStable(texts: readonly string[]): readonly string[] {
  const [kept, setKept] = useState(texts);
  if (kept.length === texts.length && kept.every((text, index) => text === texts[index])) return kept;
  setKept(texts);
  return texts;
}
