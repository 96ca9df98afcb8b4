import { useEffect, useEffectEvent, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Typing goes on for longer than this only between words. */
const quietMs = 300;

interface FormInUrl<Form, Params> {
  /** What the address says. */
  readonly params: Params;
  onParams(params: Params): void;
  /** Without keys that have no value. */
  toParams(form: Form): Params;
  fromParams(params: Params): Form;
}

/**
 * Keeps the form and the address the same. What is typed is written to the address once typing pauses; an address that
 * changes for any other reason (back, a link) fills the form. Answers a function that writes at once.
 */
export function useFormInUrl<Form extends FieldValues, Params extends object>(
  form: UseFormReturn<Form>,
  { params, onParams, toParams, fromParams }: FormInUrl<Form, Params>,
): () => void {
  const inUrl = keyOf(params);
  const written = useRef(inUrl);
  const timer = useRef<number | undefined>(undefined);

  const write = () => {
    window.clearTimeout(timer.current);
    const next = toParams(form.getValues());
    const key = keyOf(next);
    if (key === written.current) return;
    written.current = key;
    onParams(next);
  };
  const writeLater = useEffectEvent(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(write, quietMs);
  });
  const fillForm = useEffectEvent(() => form.reset(fromParams(params)));

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

/** Equal texts for addresses that say the same. */
function keyOf(params: object): string {
  return JSON.stringify(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
