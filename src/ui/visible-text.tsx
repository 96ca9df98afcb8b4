import { makeStyles, tokens } from '@fluentui/react-components';
import { visibleParts } from '~/lib/visible-text';
import { MarkedText } from './marked-text';

const useStyles = makeStyles({
  chip: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: '0 2px',
    margin: '0 1px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '0.85em',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    unicodeBidi: 'isolate',
    whiteSpace: 'nowrap',
  },
});

export interface VisibleTextProps {
  /** Text somebody else wrote. */
  readonly text: string;
  /** Of `textFinder`: hits are marked. */
  readonly finder?: RegExp | undefined;
}

/**
 * Somebody else's text as text: characters that cannot be seen are named, and its direction stays its own, so that it can
 * neither hide anything nor turn what stands around it.
 */
export function VisibleText({ text, finder }: VisibleTextProps) {
  const styles = useStyles();
  const parts = visibleParts(text);
  return (
    <bdi>
      {parts.map((part, position) =>
        part.kind === 'text' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as below
          <MarkedText key={position} text={part.text} finder={finder} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are nothing but their positions
          <span key={position} className={styles.chip} title="Invisible character">
            ‹{part.name}›
          </span>
        ),
      )}
    </bdi>
  );
}
