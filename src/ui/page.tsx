import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minHeight: 0,
    flexGrow: 1,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 640px)': {
      gap: tokens.spacingVerticalS,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    },
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    justifyContent: 'space-between',
    '@media (max-width: 640px)': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) fit-content(70%)',
      gap: `0 ${tokens.spacingHorizontalS}`,
      alignItems: 'center',
    },
  },
  // The actions share the line of the way back, and the title has the whole width; without a way back it shares its line, too.
  shared: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `0 ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: 'auto minmax(0, 1fr)' },
  },
  words: { minWidth: 0, flex: '1 1 280px', '@media (max-width: 640px)': { display: 'contents' } },
  apart: { display: 'contents' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // What does not fit is told by the browser's tip; a finger and paper have none.
    '@media screen and (min-width: 641px)': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  below: { gridColumn: '1 / -1' },
  // As wide as the page: beside the actions it would take lines from what is below.
  context: {
    flexBasis: '100%',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  beside: { gridColumn: 2, gridRow: 1, justifyContent: 'end' },
  about: { color: tokens.colorNeutralForeground2, '@media (max-width: 640px)': { display: 'none' } },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
    '@media (max-width: 640px)': { gridColumn: 2, gridRow: 1, justifyContent: 'end', gap: tokens.spacingHorizontalXS },
    // No wider than what is in them: some have their icon alone.
    '& button, & a': { '@media (max-width: 640px)': { minWidth: '32px', paddingInline: tokens.spacingHorizontalS } },
  },
});

export interface PageProps {
  readonly title: string;
  /** What stands above the title, such as the way back. */
  readonly before?: ReactNode;
  /** What the page is for, in a line that a narrow screen has no room for. */
  readonly about?: string;
  /** Of what is on the page: criteria, counts, source. */
  readonly context?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, before, about, context, actions, children }: PageProps) {
  const styles = useStyles();
  const isShared = Boolean(before);
  useEffect(() => {
    document.title = `${title} – Ledgerline`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={mergeClasses(styles.header, isShared && styles.shared)}>
        <div className={mergeClasses(styles.words, isShared && styles.apart)}>
          {before && <div>{before}</div>}
          <h1 className={mergeClasses(styles.title, isShared && styles.below)} title={title}>
            {title}
          </h1>
          {about && <div className={mergeClasses(styles.about, styles.below)}>{about}</div>}
        </div>
        {actions && <div className={mergeClasses(styles.actions, isShared && styles.beside)}>{actions}</div>}
        {context && <div className={mergeClasses(styles.context, styles.below)}>{context}</div>}
      </header>
      {children}
    </div>
  );
}
