import { useEffect, useEffectEvent, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { SearchForm } from './search-form';
import { fromSearchParams, paramsKey, type SearchParams, toSearchParams } from './search-params';

/** Typing goes on for longer than this only between words. */
const quietMs = 300;

/**
 * Keeps the form and the address the same. What is typed is written to the address once typing pauses; an address that
 * changes for any other reason (back, a link, a copied search) fills the form. Answers a function that writes at once.
 */
export function useFormInUrl(
  form: UseFormReturn<SearchForm>,
  params: SearchParams,
  onParams: (params: SearchParams) => void,
): () => void {
  const inUrl = paramsKey(params);
  const written = useRef(inUrl);
  const timer = useRef<number | undefined>(undefined);

  const write = () => {
    window.clearTimeout(timer.current);
    const next = toSearchParams(form.getValues());
    const key = paramsKey(next);
    if (key === written.current) return;
    written.current = key;
    onParams(next);
  };
  const writeLater = useEffectEvent(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(write, quietMs);
  });
  const fillForm = useEffectEvent(() => form.reset(fromSearchParams(params, Date.now())));

  useEffect(() => {
    if (inUrl === written.current) return;
    window.clearTimeout(timer.current);
    written.current = inUrl;
    fillForm();
  }, [inUrl]);

  const { subscribe } = form;
  useEffect(() => {
    const unsubscribe = subscribe({ formState: { values: true }, callback: writeLater });
    return () => {
      unsubscribe();
      window.clearTimeout(timer.current);
    };
  }, [subscribe]);

  return write;
}
