import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Mark } from '~/domain/casework/kept-work';
import { deleteMarks, type WorkChange } from '~/domain/casework/work-changes';
import { type Casework, useCasework } from '~/records/casework';
import type { CasesParams } from './cases-params';
import { MarkPanel } from './mark-panel';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: 0 },
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflow: 'auto' },
});

export interface CasesScreenProps {
  readonly casework: Casework;
  readonly params: CasesParams;
  onParams(change: Partial<CasesParams>): void;
}

export interface CasesLayoutProps extends CasesScreenProps {
  run(change: WorkChange, text: string): void;
  /** Takes the open record out of the case that is looked at. */
  onTakeOut?(mark: Mark): void;
  readonly children: ReactNode;
}

/** A page, and beside it the marked record that is open. */
export function CasesLayout({ casework, params, onParams, run, onTakeOut, children }: CasesLayoutProps) {
  const styles = useStyles();
  const { work } = useCasework(casework);
  const mark = work.marks.get(params.mark ?? '');
  const close = () => onParams({ mark: undefined });
  return (
    <div className={styles.root}>
      <div className={styles.page}>{children}</div>
      {mark && (
        <MarkPanel
          key={mark.recordId}
          casework={casework}
          mark={mark}
          actions={
            onTakeOut && (
              <Button size="small" onClick={() => onTakeOut(mark)}>
                Take out of this case
              </Button>
            )
          }
          onDelete={() => {
            close();
            run(deleteMarks([mark.recordId]), 'Mark deleted');
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
