import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons/svg/save';
import { useMemo } from 'react';
import type { Edition } from '~/domain/mailbox-auditing/mailbox-actions';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import type { ChangeGroup, ChangePlan } from '~/domain/mailbox-auditing/mailbox-plan';
import { changeScript, scriptSteps } from '~/domain/mailbox-auditing/mailbox-script';
import { fileStamp } from '~/lib/file-name';
import { counted, formatNumber, plural } from '~/lib/words';
import { download } from '~/ui/download';
import { ScriptCard } from '~/ui/script-card';
import { VisibleText } from '~/ui/visible-text';
import { ChangeList } from './change-list';

const useStyles = makeStyles({
  review: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', textWrap: 'pretty' },
  save: { justifySelf: 'start' },
});

/** So many ways to change, and so many names of a group, are read; the script has them all. */
const groupsShown = 20;
const namesShown = 8;

export interface ChangeReviewProps {
  readonly plan: ChangePlan;
  readonly edition: Edition;
  /** All there are: a change to all of a type is written as one. */
  readonly everyone: readonly MailboxAuditing[];
}

/** What will change, and the exact PowerShell for it. */
export function ChangeReview({ plan, edition, everyone }: ChangeReviewProps) {
  const styles = useStyles();
  const { groups, unchanged } = plan;
  const script = useMemo(() => changeScript(scriptSteps(groups, everyone, edition), edition), [groups, everyone, edition]);
  if (groups.length === 0)
    return (
      <p className={styles.quiet}>Nothing to change: {plural(unchanged.length, 'the mailbox is', 'all are')} this way already.</p>
    );
  // The change of a single mailbox needs no heading: the panel is named after the mailbox.
  const isAlone = groups.length === 1 && groups[0]?.mailboxes.length === 1 && unchanged.length === 0;
  const hidden = groups.slice(groupsShown).reduce((sum, { mailboxes }) => sum + mailboxes.length, 0);
  return (
    <div className={styles.review}>
      {groups.slice(0, groupsShown).map((group) => (
        <section key={group.mailboxes[0]?.address} className={styles.group}>
          {!isAlone && <GroupTitle group={group} />}
          <ChangeList changes={group.changes} />
        </section>
      ))}
      {hidden > 0 && (
        <p className={styles.quiet}>
          {formatNumber(hidden)} more change in {groups.length - groupsShown} other ways, all of them in the script.
        </p>
      )}
      {unchanged.length > 0 && (
        <p className={styles.quiet}>{counted(unchanged.length, 'is', 'are')} this way already and not touched.</p>
      )}
      <ScriptCard label="PowerShell for this change" script={script} />
      <Button
        className={styles.save}
        size="small"
        icon={<SaveRegular />}
        onClick={() => download(new Blob([script], { type: 'text/plain' }), `mailbox auditing ${fileStamp(Date.now())}.ps1`)}
      >
        Save the script
      </Button>
    </div>
  );
}

function GroupTitle({ group: { mailboxes } }: { readonly group: ChangeGroup }) {
  const styles = useStyles();
  const [first] = mailboxes;
  const more = mailboxes.length - namesShown;
  return (
    <>
      <h3 className={styles.title}>
        {mailboxes.length === 1 && first ? <VisibleText text={first.name} /> : `${formatNumber(mailboxes.length)} mailboxes`}
      </h3>
      <p className={styles.quiet}>
        <VisibleText
          text={mailboxes
            .slice(0, namesShown)
            .map(({ address }) => address)
            .join(', ')}
        />
        {more > 0 && ` and ${formatNumber(more)} more`}
      </p>
    </>
  );
}
