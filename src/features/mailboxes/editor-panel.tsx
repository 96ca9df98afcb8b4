import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Edition } from '~/domain/mailbox-auditing/mailbox-actions';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { type ChangePlan, isSamePlan, planChanges } from '~/domain/mailbox-auditing/mailbox-plan';
import { counted, formatNumber } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { ApplyProgress } from './apply-progress';
import type { ApplyRun, ApplyState } from './apply-run';
import { type AuditingDraft, editOf, emptyDraft, isEmptyDraft } from './auditing-draft';
import { AuditingForm } from './auditing-form';
import { ChangeReview } from './change-review';
import { PanelHead } from './panel-head';

const useStyles = makeStyles({
  content: { padding: tokens.spacingHorizontalL, flexGrow: 1 },
  actions: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

export interface EditorPanelProps {
  readonly edition: Edition;
  /** To be changed, one or many, as they were last read. */
  readonly mailboxes: readonly MailboxAuditing[];
  readonly everyone: readonly MailboxAuditing[];
  readonly draft: AuditingDraft;
  onDraft(draft: AuditingDraft): void;
  /** Of a change that was begun; it stays until it is dismissed. */
  readonly run: ApplyRun | undefined;
  onApply(plan: ChangePlan): void;
  onDismissRun(): void;
  onClose(): void;
}

/** Change, review, apply: each step can be gone back from, and nothing that was put in is lost. */
export function EditorPanel(props: EditorPanelProps) {
  const { edition, mailboxes, everyone, draft, onDraft, run, onClose } = props;
  const styles = useStyles();
  // `undefined` until a step was gone to: opening the panel moves nothing.
  const [step, setStep] = useState<'form' | 'review'>();
  // What is applied is what was read and copied, whatever is read again or chosen meanwhile.
  const [reviewed, setReviewed] = useState<ChangePlan>();
  const current = useMemo(() => {
    const edit = editOf(draft);
    return reviewed && edit && planChanges(mailboxes, edit, edition);
  }, [reviewed, draft, mailboxes, edition]);
  if (run) return <RunningPanel {...props} run={run} onBack={() => setStep('form')} />;
  const plan = step === 'review' ? reviewed : undefined;
  const isStale = plan !== undefined && current !== undefined && !isSamePlan(plan, current);
  const count = plan?.groups.reduce((sum, group) => sum + group.mailboxes.length, 0) ?? 0;
  const canApply = edition === 'today';
  const review = () => {
    const edit = editOf(draft);
    if (edit) setReviewed(planChanges(mailboxes, edit, edition));
    setStep('review');
  };
  const toForm = () => {
    setReviewed(undefined);
    setStep('form');
  };
  return (
    <>
      <PanelHead key={step} {...headOf(mailboxes)} takesFocus={step !== undefined} onClose={onClose} />
      <div className={styles.content}>
        {isStale && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>This is no longer what would change</MessageBarTitle>
              Other mailboxes were chosen, or they read otherwise now. Review the change once more.
            </MessageBarBody>
          </MessageBar>
        )}
        {plan && !canApply && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>Only as a script</MessageBarTitle>
              Exchange Online today is what can be reached from here, and it would take these lists for settings by hand. Run the
              script where this edition is.
            </MessageBarBody>
          </MessageBar>
        )}
        {plan ? (
          <ChangeReview plan={plan} edition={edition} everyone={everyone} />
        ) : (
          <AuditingForm edition={edition} mailboxes={mailboxes} draft={draft} onDraft={onDraft} />
        )}
      </div>
      <div className={styles.actions}>
        {plan ? (
          <>
            {isStale ? (
              <Button key="again" appearance="primary" onClick={review}>
                Review once more
              </Button>
            ) : (
              canApply &&
              count > 0 && (
                <Button
                  key="apply"
                  appearance="primary"
                  onClick={() => {
                    toForm();
                    props.onApply(plan);
                  }}
                >
                  {`Apply to ${counted(count, 'mailbox', 'mailboxes')}`}
                </Button>
              )
            )}
            <Button onClick={toForm}>Back</Button>
          </>
        ) : (
          <>
            <Button key="review" appearance="primary" disabledFocusable={!editOf(draft) || isEmptyDraft(draft)} onClick={review}>
              Review the change
            </Button>
            {!isEmptyDraft(draft) && <Button onClick={() => onDraft(emptyDraft)}>Start over</Button>}
          </>
        )}
      </div>
    </>
  );
}

function headOf(mailboxes: readonly MailboxAuditing[]) {
  const [first, ...others] = mailboxes;
  if (!first || others.length > 0)
    return {
      title: `${formatNumber(mailboxes.length)} mailboxes`,
      context: 'What is not touched stays as each has it.',
    };
  return { title: <VisibleText text={first.name} />, context: <VisibleText text={first.address} /> };
}

function runTitle({ phase, counts, mailboxes }: ApplyState): string {
  if (phase !== 'done') return 'Changing mailboxes';
  return counts.verified === mailboxes.length ? 'Changed and read back' : 'Not everything is as wanted';
}

interface RunningPanelProps extends EditorPanelProps {
  readonly run: ApplyRun;
  onBack(): void;
}

function RunningPanel({ run, onDismissRun, onClose, onBack }: RunningPanelProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(run.state.subscribe, run.state.get);
  const { counts, mailboxes, phase } = state;
  const isRunning = phase !== 'done';
  const close = () => {
    onDismissRun();
    onClose();
  };
  return (
    <>
      <PanelHead title={runTitle(state)} takesFocus onClose={isRunning ? undefined : close} />
      <div className={styles.content}>
        <ApplyProgress state={state} />
      </div>
      <div className={styles.actions}>
        {isRunning ? (
          <>
            {/* In the place of the button that was pressed: a second click on it stops nothing. */}
            <Button appearance="primary" disabledFocusable>
              Applying…
            </Button>
            <Button disabledFocusable={phase === 'stopping'} onClick={run.cancel}>
              Stop
            </Button>
          </>
        ) : (
          <>
            <Button appearance="primary" onClick={close}>
              Done
            </Button>
            {counts.verified < mailboxes.length && (
              <Button
                onClick={() => {
                  onDismissRun();
                  onBack();
                }}
              >
                Back to the change
              </Button>
            )}
          </>
        )}
      </div>
    </>
  );
}
