import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecordSet } from '~/engine/record-set';
import { allOf } from '~/lib/words';
import { useOffered } from '~/records/use-offered';

const useStyles = makeStyles({
  hint: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textWrap: 'pretty',
  },
});

export interface AddressHintProps {
  readonly set: RecordSet;
  /** The way to where address books are opened. */
  readonly children: ReactNode;
}

/** Among fields: which could be known of addresses, as long as no open address book knows them. */
export function AddressHint({ set, children }: AddressHintProps) {
  const styles = useStyles();
  const offered = useOffered(set);
  const missing = set.catalogue.fields.filter((field) => !offered.fields.includes(field));
  if (missing.length === 0) return null;
  const names = missing.map(({ label }, at) => (at === 0 ? label : label.toLowerCase()));
  return (
    <p className={styles.hint}>
      {allOf(names)} of addresses: {children}
    </p>
  );
}
