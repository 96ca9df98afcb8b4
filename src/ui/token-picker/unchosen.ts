/**
 * The first field of a form in which something is typed that was neither chosen nor added; its `validationMessage` says what. To
 * be asked once the form's values are in order: to send it now would leave that out without a word.
 */
export function findUnchosen(form: HTMLFormElement | null): HTMLInputElement | undefined {
  return form?.querySelector<HTMLInputElement>('input:invalid') ?? undefined;
}
