import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Page, type PageProps } from './page';
import { useCommand } from './use-command';

const useStyles = makeStyles({
  // Closer together than elsewhere: what was found is what the page is for.
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, flexGrow: 1, minHeight: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  button: { minWidth: 'auto', '@media print': { display: 'none' } },
  form: { display: 'contents' },
});

const Folded = createContext(false);

/** Whether criteria make room for what was found: below a `ReportPage`, what narrows the report down asks, and shows nothing then. */
export function useIsFolded(): boolean {
  return useContext(Folded);
}

export interface ReportPageProps extends Pick<PageProps, 'title' | 'about' | 'actions'> {
  /** Links to the other pages of the place. */
  readonly links: ReactNode;
  /** Whose records are shown; a new search is another. Nothing before there are any. */
  readonly searched: string | undefined;
  /** What was asked for: first the period, and then whatever narrows the report down. */
  readonly words: readonly string[];
  /** What asks the service. */
  readonly form: ReactNode;
  readonly children: ReactNode;
}

/** A report on records. Once they were searched for, its criteria are one line in words, and a form again on demand. */
export function ReportPage({ links, searched, words, form, children, ...page }: ReportPageProps) {
  const styles = useStyles();
  // What was searched when the criteria were unfolded: the next search folds them by itself.
  const [unfolded, setUnfolded] = useState<string>();
  const isFolded = searched !== undefined && unfolded !== searched;
  const button = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const wasFolded = useRef(isFolded);
  useEffect(() => {
    if (wasFolded.current === isFolded) return;
    wasFolded.current = isFolded;
    if (isFolded) button.current?.focus();
    else fields.current?.querySelector<HTMLElement>('[aria-pressed="true"], input')?.focus();
  }, [isFolded]);
  const fold = () => setUnfolded(undefined);
  useCommand({ keys: 'Escape', label: 'Fold the criteria' }, searched !== undefined && !isFolded ? fold : undefined);
  return (
    <Page
      {...page}
      about={searched === undefined ? page.about : undefined}
      context={
        searched !== undefined && (
          <div className={styles.line}>
            {/* A line that grows while somebody types would move what is below. */}
            <span className={styles.words}>{isFolded ? words.join(' · ') : words[0]}</span>
            <Button
              ref={button}
              className={styles.button}
              size="small"
              appearance="subtle"
              icon={isFolded ? <EditRegular /> : <ChevronUpRegular />}
              aria-expanded={!isFolded}
              onClick={() => (isFolded ? setUnfolded(searched) : fold())}
            >
              {isFolded ? 'Edit criteria' : 'Fold criteria'}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.content}>
        {links}
        {!isFolded && (
          <div ref={fields} className={styles.form}>
            {form}
          </div>
        )}
        <Folded value={isFolded}>{children}</Folded>
      </div>
    </Page>
  );
}
