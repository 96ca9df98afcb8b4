import { makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useState } from 'react';
import {
  actionsOf,
  auditability,
  type Edition,
  type LogonType,
  logonTypes,
  whatItCovers,
  whyNever,
} from '~/domain/mailbox-auditing/mailbox-actions';
import {
  type AuditingEdit,
  actionState,
  type countActions,
  noEdit,
  withAction,
  withLogon,
  withoutAction,
} from '~/domain/mailbox-auditing/mailbox-changes';
import { formatNumber, plural } from '~/lib/words';
import { ActionMatrix } from './action-matrix';
import { ActionName } from './action-name';
import { DefaultsLine } from './defaults-line';
import { MatrixCell } from './matrix-cell';
import { afterPress } from './tri-state';

const useStyles = makeStyles({
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textWrap: 'pretty',
  },
  refusal: { margin: 0, textWrap: 'pretty', color: tokens.colorStatusDangerForeground3 },
});

export interface EditMatrixProps {
  readonly edition: Edition;
  /** In how many of the mailboxes each action is logged; of none nothing is known. */
  readonly counts: ReturnType<typeof countActions>;
  readonly outOf: number;
  /** Logon types whose list is not Microsoft’s in at least one of them. */
  readonly own: readonly LogonType[];
  readonly edit: AuditingEdit;
  onEdit(edit: AuditingEdit): void;
}

/** What is logged, action by action. A cell that cannot be logged says why instead of changing. */
export function EditMatrix({ edition, counts, outOf, own, edit, onEdit }: EditMatrixProps) {
  const styles = useStyles();
  const arrowKeys = useArrowNavigationGroup({ axis: 'grid', memorizeCurrent: true });
  const [refused, setRefused] = useState<{ readonly action: string; readonly logon: LogonType }>();
  const known = actionsOf(edition);
  // What the mailboxes have and the edition does not know can only be taken away.
  const unknown = [...new Set(logonTypes.flatMap((logon) => [...counts[logon].keys()]))].filter((name) => !known.includes(name));

  const stateOf = (action: string, logon: LogonType, of: AuditingEdit) =>
    actionState({ logon, action }, of, edition, { having: counts[logon].get(action) ?? 0, outOf });

  const change = (action: string, logon: LogonType) => {
    setRefused(undefined);
    const state = stateOf(action, logon, edit);
    if (auditability(edition, action, logon) === 'never' && (state === false || outOf === 0)) {
      setRefused({ action, logon });
      return;
    }
    const before = stateOf(action, logon, noEdit);
    const next = afterPress(state, before);
    const isBack = next === before && edit.actions[logon] !== 'defaults';
    onEdit(isBack ? withoutAction(edit, logon, action) : withAction(edit, edition, { logon, action, isOn: next === true }));
  };

  return (
    <ActionMatrix
      label={`Actions logged, ${plural(outOf, 'one mailbox', `${formatNumber(outOf)} mailboxes`)}`}
      role="grid"
      arrowKeys={arrowKeys}
      actions={[...known, ...unknown]}
      renderAction={(action) => (
        <>
          <ActionName action={action} />
          {notesOf(edition, action).map((note) => (
            <span key={note} className={styles.note}>
              {note}
            </span>
          ))}
        </>
      )}
      renderHead={(logon) => (
        <DefaultsLine
          logon={logon}
          isOwn={own.includes(logon)}
          wanted={edit.actions[logon]}
          onWanted={(wanted) => onEdit(withLogon(edit, logon, wanted))}
        />
      )}
      renderCell={(action, logon) => {
        const state = stateOf(action, logon, edit);
        const mark = auditability(edition, action, logon);
        const isNever = mark === 'never' && (state === false || outOf === 0);
        return (
          <MatrixCell
            name={`${action}, ${logon}`}
            state={isNever ? 'never' : state}
            isDefault={mark === 'default'}
            isChanged={state !== stateOf(action, logon, noEdit)}
            having={state === 'mixed' && outOf > 0 ? `${counts[logon].get(action)} of ${formatNumber(outOf)}` : ''}
            reason={isNever ? whyNever(edition, action, logon) : undefined}
            onPress={() => change(action, logon)}
          />
        );
      }}
      renderBelow={(action) =>
        refused?.action === action && (
          <p role="alert" className={styles.refusal}>
            {whyNever(edition, action, refused.logon)}
          </p>
        )
      }
    />
  );
}

/** Each once, with whom it is about unless it is everyone. */
function notesOf(edition: Edition, action: string): readonly string[] {
  const possible = logonTypes.filter((logon) => auditability(edition, action, logon) !== 'never');
  const notes = new Set(possible.map((logon) => whatItCovers(edition, action, logon) ?? ''));
  return [...notes].filter(Boolean).map((note) => {
    const about = possible.filter((logon) => whatItCovers(edition, action, logon) === note);
    return about.length === possible.length ? note : `${about.join(' and ')}: ${note}`;
  });
}
