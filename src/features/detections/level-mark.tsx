import { makeStyles, tokens } from '@fluentui/react-components';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { FlagFilled } from '@fluentui/react-icons/svg/flag';
import { ImportantFilled } from '@fluentui/react-icons/svg/important';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { RuleLevel } from '~/domain/detections/rule-schema';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
  grave: { color: tokens.colorStatusDangerForeground1 },
  notable: { color: tokens.colorStatusWarningForeground1 },
  slight: { color: tokens.colorNeutralForeground2 },
});

const marks = new Map<RuleLevel, { word: string; icon: ReactNode; weight: 'grave' | 'notable' | 'slight' }>([
  ['critical', { word: 'Critical', icon: <ImportantFilled />, weight: 'grave' }],
  ['high', { word: 'High', icon: <ErrorCircleFilled />, weight: 'grave' }],
  ['medium', { word: 'Medium', icon: <WarningFilled />, weight: 'notable' }],
  ['low', { word: 'Low', icon: <FlagFilled />, weight: 'slight' }],
  ['informational', { word: 'Informational', icon: <InfoRegular />, weight: 'slight' }],
]);

/** How grave what a rule finds is, by its author. */
export function LevelMark({ level }: { readonly level: RuleLevel | undefined }) {
  const styles = useStyles();
  const { word, icon, weight } = (level && marks.get(level)) ?? { word: 'No level', icon: <CircleRegular />, weight: 'slight' };
  return (
    <span className={styles.mark}>
      <span className={styles[weight]} style={{ display: 'inline-flex' }} aria-hidden>
        {icon}
      </span>
      {word}
    </span>
  );
}
