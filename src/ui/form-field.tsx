import { Field, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

const useStyles = makeStyles({
  field: { minWidth: 0 },
  issue: { overflowWrap: 'anywhere' },
  further: { display: 'block' },
  fix: { minHeight: '24px', fontSize: 'inherit' },
});

export interface FieldIssue<Fix extends { readonly label: string }> {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: Fix;
}

export interface FormFieldProps<Fix extends { readonly label: string }> {
  readonly label: string;
  /** One line. */
  readonly hint?: string;
  /** About this field. */
  readonly issues: readonly FieldIssue<Fix>[];
  onFix(fix: Fix): void;
  readonly children: ComponentProps<typeof Field>['children'];
}

/** A labelled control, its help, and what is wrong with it beside a button that puts it right. */
export function FormField<Fix extends { readonly label: string }>({ label, hint, issues, onFix, children }: FormFieldProps<Fix>) {
  const styles = useStyles();
  const hasError = issues.some(({ severity }) => severity === 'error');
  return (
    <Field
      className={styles.field}
      label={label}
      hint={hint}
      validationState={issues.length === 0 ? 'none' : hasError ? 'error' : 'warning'}
      validationMessage={
        issues.length === 0
          ? undefined
          : {
              children: issues.map(({ message, fix }, index) => (
                <span key={message} className={mergeClasses(styles.issue, index > 0 && styles.further)}>
                  {message}{' '}
                  {fix && (
                    <Link as="button" type="button" className={styles.fix} onClick={() => onFix(fix)}>
                      {fix.label}
                    </Link>
                  )}
                </span>
              )),
            }
      }
    >
      {children}
    </Field>
  );
}
