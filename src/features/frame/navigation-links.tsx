import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BriefcaseRegular } from '@fluentui/react-icons/svg/briefcase';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { MailInboxAllRegular } from '@fluentui/react-icons/svg/mail-inbox-all';
import { MailShieldRegular } from '@fluentui/react-icons/svg/mail-shield';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCommands } from '~/ui/use-command';
import { isWithin, mailboxPages, messagePages, type ReportPage, type Visits, withVisit } from './places';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorNeutralBackground2Selected,
  },
  icon: { fontSize: '20px', flexShrink: 0 },
  label: {
    '@media (max-width: 1100px) and (min-width: 641px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
});

const places = [
  { to: '/search', label: 'Search', Icon: SearchRegular },
  { to: '/files', label: 'Open a file', Icon: FolderOpenRegular },
  { to: '/messages', label: 'Encrypted messages', Icon: MailShieldRegular },
  { to: '/mailboxes', label: 'Mailbox auditing', Icon: MailInboxAllRegular },
  { to: '/cases', label: 'Cases', Icon: BriefcaseRegular },
  { to: '/settings', label: 'Settings', Icon: SettingsRegular },
] as const;

export function NavigationLinks({ onNavigate }: { onNavigate: () => void }) {
  const styles = useStyles();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const visits = useVisits();
  usePageCommands(visits, onNavigate);
  return (
    <ul className={styles.list}>
      {places.map(({ to, label, Icon }) => {
        const isHere = isWithin(path, to);
        return (
          <li key={to}>
            <Link
              {...(visits.get(to) ?? { to })}
              title={label}
              className={mergeClasses(styles.link, isHere && styles.current)}
              aria-current={isHere ? 'page' : undefined}
              onClick={onNavigate}
            >
              <Icon className={styles.icon} aria-hidden />
              <span className={styles.label}>{label}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

interface NamedPage {
  readonly to: ReportPage | (typeof places)[number]['to'];
  readonly label: string;
}

/** Of places that have more than one. */
const pagesOf = new Map<string, readonly NamedPage[]>([
  [messagePages[0].to, messagePages],
  [mailboxPages[0].to, mailboxPages],
]);

/** Every page there is a way to. The pages of one place show the same records, as the links above them do. */
function usePageCommands(visits: Visits, onNavigate: () => void): void {
  const navigate = useNavigate();
  useCommands(
    places.flatMap(({ to: place, label }) =>
      (pagesOf.get(place) ?? [{ to: place, label: '' }]).map((page) => ({
        group: 'Go to',
        label: page.label ? `${label}: ${page.label}` : label,
        run: () => {
          onNavigate();
          void navigate({ to: page.to, search: visits.get(place)?.search ?? {} });
        },
      })),
    ),
  );
}

/** A report takes minutes to make: where it was left, it is found again as long as the portal is open. */
function useVisits(): Visits {
  const [visits, setVisits] = useState<Visits>(new Map());
  const { parseSearch } = useRouter().options;
  const { pathname, searchStr } = useLocation();
  useEffect(() => setVisits((last) => withVisit(last, pathname, parseSearch(searchStr))), [pathname, searchStr, parseSearch]);
  return visits;
}
