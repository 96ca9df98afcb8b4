import { makeStyles, tokens } from '@fluentui/react-components';
import { foundParts } from '~/lib/text-finder';

const useStyles = makeStyles({
  hit: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText', forcedColorAdjust: 'none' },
  },
});

export interface MarkedTextProps {
  readonly text: string;
  /** Of `textFinder`. */
  readonly finder: RegExp | undefined;
}

/** A text in which what is looked for can be seen. */
export function MarkedText({ text, finder }: MarkedTextProps) {
  const styles = useStyles();
  return foundParts(text, finder).map((part, position) =>
    part.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are nothing but their positions
      <mark key={position} className={styles.hit}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
