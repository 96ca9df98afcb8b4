import { Button, Field, makeStyles, ProgressBar, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isListed } from '~/domain/catalogue/catalogue';
import { type FieldRef, type SeenKey, seenKeys } from '~/domain/catalogue/fields';
import { type SeenMark, seenMarks, seenOf, seenRules } from '~/domain/catalogue/seen-fields';
import { describeError } from '~/domain/errors/describe-error';
import { type Filter, keepOnly } from '~/domain/view/filter';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { counted, formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { useOffered } from '~/records/use-offered';
import { useSetState } from '~/records/use-set-state';
import { Failure } from '~/ui/failure';
import { narrowScreen, useMedia } from '~/ui/use-media';
import { PairItem } from './pair-item';
import { type SeenOrder, seenQuery } from './seen-query';
import { seenWords } from './seen-words';

const useStyles = makeStyles({
  about: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', textWrap: 'pretty' },
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: tokens.spacingHorizontalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  more: { alignSelf: 'start' },
});

const shownAtOnce = 50;

export interface NewAndRareProps {
  readonly held: HeldRecordSet;
  readonly zone: TimeZone;
  /** Looks at these records in place of what was looked at. */
  onAround(filters: Filter[]): void;
  onColumn(field: FieldRef): void;
}

/** What users did for the first time, or hardly ever, in all records of a set, whatever filters the page has. */
export function NewAndRare({ held, zone, onAround, onColumn }: NewAndRareProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<SeenKey>('seen.ip');
  const [mark, setMark] = useState<SeenMark>('New');
  const [order, setOrder] = useState<SeenOrder>('latest');
  const [most, setMost] = useState(shownAtOnce);
  // There are no columns then.
  const hasCards = useMedia(narrowScreen);
  const set = useSetState(held.set);
  const catalogue = useOffered(held.set);
  const offered = seenKeys.filter((key) => isListed(catalogue, key));
  const key = offered.includes(chosen) ? chosen : 'seen.ip';
  const { one, many } = seenWords[key];
  const { data, error, isFetching, refetch } = useQuery(seenQuery(held, key, mark, order, set));
  const pairs = data?.groups.slice(0, most);
  const left = (data?.groups.length ?? 0) - (pairs?.length ?? 0);
  const found = (count: number) => {
    const name = `${mark.toLowerCase()} ${count === 1 ? one : many}`;
    return `${count === 0 ? 'No' : formatNumber(count)} ${name}`;
  };
  return (
    <>
      <div className={styles.choices}>
        <Field label="Of each user" size="small">
          <Select size="small" value={key} onChange={(_, { value }) => setChosen(offered.find((each) => each === value) ?? key)}>
            {offered.map((each) => (
              <option key={each} value={each}>
                {seenWords[each].label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="First" size="small">
          <Select size="small" value={order} onChange={(_, { value }) => setOrder(value === 'most' ? 'most' : 'latest')}>
            <option value="latest">The latest</option>
            <option value="most">Most records</option>
          </Select>
        </Field>
        <RadioGroup
          layout="horizontal"
          aria-label="Which of them"
          value={mark}
          onChange={(_, { value }) => setMark(value === 'Rare' ? 'Rare' : 'New')}
        >
          {seenMarks.map((each) => (
            <Radio key={each} value={each} label={each} />
          ))}
        </RadioGroup>
      </div>
      <p className={styles.about}>{meaningOf(mark, one)}</p>
      <span role="status" className={styles.about} aria-busy={isFetching}>
        {data
          ? `${found(data.groupCount)} among ${counted(set.records, 'record')}${set.coverage === 'filling' ? ' so far' : ''}. Times are ${zoneIdentifier(zone)}.`
          : 'All records are being looked through…'}
      </span>
      {isFetching && <ProgressBar aria-label="Looking through all records" />}
      {error && <Failure {...describeError(error)} action={<Button onClick={() => void refetch()}>Try again</Button>} />}
      {pairs && pairs.length > 0 && (
        <>
          <div className={styles.actions}>
            <Button size="small" onClick={() => onAround([keepOnly(key, mark)])}>
              Show all in a view
            </Button>
            {!hasCards && (
              <Button size="small" onClick={() => onColumn(key)}>
                Mark in the grid
              </Button>
            )}
          </div>
          <ul className={styles.list} aria-label={`${mark} ${many}`}>
            {pairs.map((pair) => (
              <PairItem
                key={JSON.stringify(pair.key)}
                pair={pair}
                field={seenOf[key]}
                zone={zone}
                onShow={() => onAround(['user' as const, seenOf[key]].map((field, at) => keepOnly(field, pair.key[at] ?? '')))}
              />
            ))}
          </ul>
          {left > 0 && (
            <Button size="small" appearance="subtle" className={styles.more} onClick={() => setMost(most + shownAtOnce)}>
              Show {formatNumber(Math.min(left, shownAtOnce))} more
            </Button>
          )}
          {left === 0 && data && data.groups.length < data.groupCount && (
            <p className={styles.about}>These are the first {formatNumber(data.groups.length)}. All of them are in the view.</p>
          )}
        </>
      )}
    </>
  );
}

function meaningOf(mark: SeenMark, one: string): string {
  const { rareRecords, rarePercent } = seenRules;
  if (mark === 'New')
    return `Each ${one} that comes up with a user for the first time, a day or more after the user’s first record. It is new for a day.`;
  return `Each ${one} that few records of its user have: at most ${rareRecords}, and at most ${rarePercent} %.`;
}
