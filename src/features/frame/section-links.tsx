import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link, type LinkProps, useLocation, useRouter } from '@tanstack/react-router';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottomWidth: '3px',
    borderBottomStyle: 'solid',
    borderBottomColor: 'transparent',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
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
  readonly pages: readonly { readonly to: NonNullable<LinkProps['to']>; readonly label: string }[];
}

/** The pages of one place of the navigation. */
export function SectionLinks({ label, pages }: SectionLinksProps) {
  const styles = useStyles();
  const { parseSearch } = useRouter().options;
  // As the address bar has it: what one page takes for granted, such as that no mailbox is open, is not said to the others.
  const search = parseSearch(useLocation({ select: ({ searchStr }) => searchStr }));
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              // What one was looking at on another of these pages is not lost by looking at this one.
              search={search}
              className={styles.link}
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
