import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MailReadRegular } from '@fluentui/react-icons/svg/mail-read';
import { MailUnreadRegular } from '@fluentui/react-icons/svg/mail-unread';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { RecipientJourney } from '~/domain/messages/message-journey';
import { VisibleText } from '~/ui/visible-text';
import { recipientName } from './words';

const useStyles = makeStyles({
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'break-word' },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    '@media print': { fontSize: 'inherit' },
  },
  icon: { fontSize: '16px', lineHeight: 0, flexShrink: 0 },
  never: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    '@media print': { fontSize: 'inherit' },
  },
});

const sourceWords = {
  events: undefined,
  'send record': 'known from the send record',
  'by hand': 'entered by hand',
} as const satisfies Record<RecipientJourney['source'], string | undefined>;

/** Who it is, and the one thing that matters of it: opened, never opened, or not to be seen from here. */
export function RecipientName({ recipient }: { readonly recipient: RecipientJourney }) {
  const styles = useStyles();
  const { neverOpened, isInside, unknown, refusedAfterRevocation } = recipient;
  const note = sourceWords[recipient.source];
  return (
    <>
      <span className={styles.name}>
        <Address text={recipientName(recipient.recipient)} />
      </span>
      {isInside ? (
        <State icon={<PersonRegular />} words="No portal event: same domain as the sender" />
      ) : neverOpened ? (
        <State icon={<MailUnreadRegular />} words="Never opened" className={styles.never} />
      ) : (
        <State icon={<MailReadRegular />} words="Opened" />
      )}
      {note && <span className={styles.note}>{note}</span>}
      {unknown > 0 && <span className={styles.note}>{unknown} of another kind, see the timeline</span>}
      {refusedAfterRevocation > 0 && (
        <span className={styles.note}>
          <State icon={<ProhibitedRegular />} words={`${refusedAfterRevocation} refused after it was revoked`} />
        </span>
      )}
    </>
  );
}

/** Breaks before the domain, if it has to. */
function Address({ text }: { readonly text: string }) {
  const at = text.indexOf('@');
  if (at < 0) return <VisibleText text={text} />;
  return (
    <>
      <VisibleText text={text.slice(0, at)} />
      <wbr />
      <VisibleText text={text.slice(at)} />
    </>
  );
}

interface StateProps {
  readonly icon: React.ReactElement;
  readonly words: string;
  readonly className?: string;
}

function State({ icon, words, className }: StateProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.state, className)}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      {words}
    </span>
  );
}
