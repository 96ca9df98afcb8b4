import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { auditingOnQuery } from '~/api/mailboxes';
import { describeError } from '~/domain/errors/describe-error';
import { type Edition, editionNames } from '~/domain/mailbox-auditing/mailbox-actions';
import { organizationScript } from '~/domain/mailbox-auditing/mailbox-script';
import { Failure } from '~/ui/failure';
import { ScriptCard } from '~/ui/script-card';
import { OrganizationSwitch } from './organization-switch';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  words: { margin: 0, maxWidth: '90ch', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

export interface OrganizationStateProps {
  readonly exchange: ExchangeAdmin;
  readonly edition: Edition;
}

/** Whether mailboxes are audited by default, in words, with its switch and the PowerShell. */
export function OrganizationState({ exchange, edition }: OrganizationStateProps) {
  const styles = useStyles();
  const id = useId();
  const { data: isOn, error, refetch } = useQuery(auditingOnQuery(exchange));
  const [isScriptShown, setScriptShown] = useState(false);
  if (edition !== 'today')
    return (
      <p className={styles.words}>
        {editionNames[edition]} has no setting for the whole organisation: a mailbox is audited when its AuditEnabled is on.
        Mailboxes are compared with the table of that edition here.
      </p>
    );
  if (error) return <Failure {...describeError(error)} action={<Button onClick={() => void refetch()}>Try again</Button>} />;
  if (isOn === undefined)
    return (
      <Skeleton aria-label="Reading the setting of the organisation">
        <SkeletonItem size={32} style={{ width: 'min(420px, 80%)' }} />
      </Skeleton>
    );
  return (
    <section className={styles.root} aria-label="The whole organisation">
      <OrganizationSwitch exchange={exchange} isOn={isOn}>
        <Button
          appearance="subtle"
          size="small"
          icon={isScriptShown ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-label="PowerShell: the whole organisation"
          aria-expanded={isScriptShown}
          aria-controls={isScriptShown ? id : undefined}
          onClick={() => setScriptShown(!isScriptShown)}
        >
          PowerShell
        </Button>
      </OrganizationSwitch>
      <p className={styles.words}>
        {isOn
          ? 'User, shared and group mailboxes are audited, whatever their own AuditEnabled says (AuditDisabled is False).'
          : 'Nothing is logged for any mailbox (AuditDisabled is True). What was logged before stays until it reaches its age limit.'}
      </p>
      {isScriptShown && (
        <div id={id}>
          <ScriptCard
            label={isOn ? 'Turn auditing off for the organisation' : 'Turn auditing on for the organisation'}
            script={organizationScript(!isOn)}
          />
        </div>
      )}
    </section>
  );
}
