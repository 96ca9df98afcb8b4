import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReportPage } from './places';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexShrink: 0,
    overflowX: 'auto',
    scrollbarWidth: 'none',
    gap: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  link: {
    display: 'block',
    whiteSpace: 'nowrap',
    textAlign: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottomWidth: '3px',
    borderBottomStyle: 'solid',
    borderBottomColor: 'transparent',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    // As wide as when it is the current one: the others stay where they are.
    '::after': {
      content: 'attr(data-label)',
      display: 'block',
      height: 0,
      overflow: 'hidden',
      visibility: 'hidden',
      fontWeight: tokens.fontWeightSemibold,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export interface SectionLinksProps {
  readonly label: string;
  readonly pages: readonly { readonly to: ReportPage; readonly label: string }[];
}

/** The pages of one place of the navigation. */
export function SectionLinks({ label, pages }: SectionLinksProps) {
  const styles = useStyles();
  const { parseSearch } = useRouter().options;
  // As the address bar has it: what one page takes for granted, such as that no mailbox is open, is not said to the others.
  const search = parseSearch(useLocation({ select: ({ searchStr }) => searchStr }));
  const list = useRef<HTMLUListElement>(null);
  // On a narrow screen they go on beyond its edge.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav aria-label={label}>
      <ul ref={list} className={styles.list}>
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              // What one was looking at on another of these pages is not lost by looking at this one.
              search={search}
              className={styles.link}
              data-label={label}
              activeProps={{ className: mergeClasses(styles.link, styles.current), 'aria-current': 'page' }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
