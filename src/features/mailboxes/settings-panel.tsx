import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { EmptyState } from '~/ui/empty-state';
import { SidePanel } from '~/ui/side-panel';
import { ActionTables } from './action-tables';
import { EditorPanel } from './editor-panel';
import type { MailboxesParams } from './mailboxes-params';
import { PanelHead } from './panel-head';
import type { useApplyRun } from './use-apply-run';
import type { useDrafts } from './use-drafts';

export interface SettingsPanelProps {
  readonly params: Pick<MailboxesParams, 'edition' | 'actions' | 'mailbox'>;
  readonly takesFocus: boolean;
  /** To be changed; none when the address names a mailbox that is not there. */
  readonly mailboxes: readonly MailboxAuditing[];
  readonly everyone: readonly MailboxAuditing[];
  readonly applying: ReturnType<typeof useApplyRun>;
  readonly drafts: ReturnType<typeof useDrafts>;
  /** What is put in is kept under it. */
  readonly draftKey: string;
  onClose(): void;
}

export function SettingsPanel(props: SettingsPanelProps) {
  const { params, takesFocus, mailboxes, everyone, applying, drafts, draftKey, onClose } = props;
  const { edition } = params;
  const isOfActions = params.actions && !applying.run;
  return (
    <SidePanel
      key={isOfActions ? 'actions' : draftKey}
      label={isOfActions ? 'Action table' : 'Change auditing'}
      takesFocus={takesFocus}
      onClose={onClose}
    >
      {isOfActions ? (
        <ActionTables edition={edition} onClose={onClose} />
      ) : mailboxes.length === 0 && !applying.run ? (
        <>
          <PanelHead title={params.mailbox ?? ''} onClose={onClose} />
          <EmptyState
            title="There is no such mailbox"
            advice="It may have been renamed or removed, or this account may not see it."
          />
        </>
      ) : (
        <EditorPanel
          edition={edition}
          mailboxes={mailboxes}
          everyone={everyone}
          draft={drafts.read(draftKey)}
          onDraft={(draft) => drafts.write(draftKey, draft)}
          run={applying.run}
          onApply={({ groups }) => applying.start(groups, () => drafts.drop(draftKey))}
          onDismissRun={applying.dismiss}
          onClose={onClose}
        />
      )}
    </SidePanel>
  );
}
