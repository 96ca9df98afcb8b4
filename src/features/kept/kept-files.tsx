import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { formatTime } from '~/lib/time';
import { megabytes } from '~/lib/words';
import type { KeptSets } from '~/records/kept-sets';
import { Section } from '~/ui/section';
import { useTimeZone } from '~/ui/time-zone';
import { useKeptSets } from './use-kept-sets';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', rowGap: tokens.spacingVerticalXS },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

export interface KeptFilesProps {
  readonly kept: KeptSets;
  /** What the keys of opened files begin with. */
  readonly prefix: string;
  onOpen(key: string, title: string): void;
}

/** Opened files whose records are kept. Nothing where there are none. */
export function KeptFiles({ kept, prefix, onOpen }: KeptFilesProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const sets = useKeptSets(kept).sets?.filter(({ key }) => key.startsWith(prefix)) ?? [];
  if (sets.length === 0) return null;
  return (
    <Section title="Kept in this browser">
      <ul className={styles.list}>
        {sets.map(({ key, title, bytes, writtenAt }) => (
          <li key={key}>
            <Link as="button" onClick={() => onOpen(key, title)}>
              {title}
            </Link>{' '}
            <span className={styles.facts}>
              {megabytes(bytes)}, last written {formatTime(writtenAt, zone)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
