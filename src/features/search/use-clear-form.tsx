import { Link, Toast, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import type { UseFormReturn } from 'react-hook-form';
import type { SearchForm } from './search-form';
import { fromSearchParams } from './search-params';

/** Empties the form and offers to take that back. */
export function useClearForm(form: UseFormReturn<SearchForm>): () => void {
  const { dispatchToast } = useToastController();
  return () => {
    const before = form.getValues();
    form.reset(fromSearchParams({}, Date.now()));
    dispatchToast(
      <Toast>
        <ToastTitle
          action={
            <ToastTrigger>
              <Link as="button" onClick={() => form.reset(before)}>
                Undo
              </Link>
            </ToastTrigger>
          }
        >
          Form cleared
        </ToastTitle>
      </Toast>,
      { intent: 'info', timeout: 8000, pauseOnHover: true },
    );
  };
}
