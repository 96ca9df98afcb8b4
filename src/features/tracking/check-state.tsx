import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { CheckState as State } from '~/domain/messages/tracking-checks';

const useStyles = makeStyles({
  state: {
    display: 'inline-flex',
    verticalAlign: 'text-bottom',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  missing: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

export const stateIcons: Readonly<Record<State, ComponentType<{ className?: string; 'aria-hidden'?: boolean }>>> = {
  ok: CheckmarkCircleRegular,
  missing: ErrorCircleRegular,
  warning: WarningRegular,
  unknown: QuestionCircleRegular,
};

const words: Readonly<Record<State, string>> = {
  ok: 'In order',
  missing: 'Missing',
  warning: 'Needs attention',
  unknown: 'Not known',
};

export function CheckState({ state, word = words[state] }: { readonly state: State; readonly word?: string }) {
  const styles = useStyles();
  const Icon = stateIcons[state];
  return (
    <span className={mergeClasses(styles.state, styles[state])}>
      <Icon aria-hidden />
      {word}
    </span>
  );
}
