import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { plural } from '~/lib/words';
import { FilePicker } from '~/ui/file-picker';
import { Page } from '~/ui/page';
import { logFiles } from './log-files';
import { rememberedFiles } from './remembered-files';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalXXXL,
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0, maxWidth: '70ch', textWrap: 'pretty' },
});

export interface ChooseFilesProps {
  onFiles(files: File[]): void;
}

export interface NoFilesProps extends ChooseFilesProps {
  /** Files that are kept in this browser. */
  readonly kept: ReactNode;
}

export function NoFiles({ onFiles, kept }: NoFilesProps) {
  return (
    <Page title="Open a file" context="Read exported audit logs without asking the service">
      <ReloadedNote />
      <ChooseFiles onFiles={onFiles} />
      {kept}
    </Page>
  );
}

/** Where files are dropped or chosen. */
export function ChooseFiles({ onFiles }: ChooseFilesProps) {
  const styles = useStyles();
  return (
    <div className={styles.zone}>
      <p className={styles.text}>
        Drop CSV, JSON or XML files anywhere on this page: exported from Purview Audit, made with Search-UnifiedAuditLog, saved
        from Microsoft Graph or the Management Activity API, or mailed by a search of mailbox audit logs. Several files become one
        list, duplicates dropped.
      </p>
      <FilePicker accept={logFiles} label="Choose files" appearance="primary" onFiles={onFiles} />
      <p className={styles.text}>Nothing leaves this computer: files are read by this page alone and sent nowhere.</p>
    </div>
  );
}

function ReloadedNote() {
  const [names] = useState(() => rememberedFiles()?.names ?? []);
  if (names.length === 0) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Open the files again</MessageBarTitle>
        {names.join(', ')} {plural(names.length, 'was', 'were')} open here. A browser lets a page have files only until it is
        loaded again; Settings say how their records are kept.
      </MessageBarBody>
    </MessageBar>
  );
}
