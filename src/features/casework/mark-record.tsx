import { Field, makeStyles, Textarea, ToggleButton, tokens } from '@fluentui/react-components';
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
import { useId, useMemo } from 'react';
import { type MarkedRecord, tagsOf } from '~/domain/casework/kept-work';
import { addRecords, editMarks, type MarkEdit, takeRecords } from '~/domain/casework/work-changes';
import { type Casework, useCasework } from '~/records/casework';
import { TokenPicker } from '~/ui/token-picker/token-picker';
import { CaseChoice } from './case-choice';
import { CaseworkTrouble } from './casework-trouble';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0, '@media print': { display: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface MarkRecordProps {
  readonly casework: Casework;
  /** What the mark tells of its record wherever the record is not at hand. */
  readonly record: MarkedRecord;
}

/** A star, tags, a note and cases for one record, kept as they are made. Nothing for a record without an Id: it has no name. */
export function MarkRecord({ casework, record }: MarkRecordProps) {
  const styles = useStyles();
  const tagsLabel = useId();
  const { work, isRead, problem } = useCasework(casework);
  const { recordId } = record;
  const mark = work.marks.get(recordId);
  const options = useMemo(() => tagsOf(work).map((tag) => ({ value: tag, label: tag })), [work]);
  if (recordId === '' || !(isRead || problem)) return null;
  const edit = (change: MarkEdit) => editMarks([record], () => change, Date.now());
  const isStarred = mark?.starred ?? false;
  return (
    <section className={styles.root} aria-label="Your marks">
      <CaseworkTrouble casework={casework} />
      <div className={styles.line}>
        <ToggleButton
          size="small"
          icon={isStarred ? <StarFilled /> : <StarRegular />}
          checked={isStarred}
          onClick={() => void casework.change(edit({ starred: !isStarred }))}
        >
          Star
        </ToggleButton>
        <CaseChoice
          casework={casework}
          isIn={(entry) => entry.recordIds.includes(recordId)}
          add={(id) => addRecords(id, [record], Date.now())}
          take={(id) => takeRecords(id, [recordId])}
        />
      </div>
      <Field label={{ id: tagsLabel, children: 'Tags' }}>
        {(field) => (
          <TokenPicker
            {...field}
            key={recordId}
            label="Tags"
            aria-labelledby={tagsLabel}
            acceptsOthers
            options={options}
            values={mark?.tags ?? []}
            onChange={(tags) => void casework.change(edit({ tags }))}
          />
        )}
      </Field>
      <Field label="Note">
        <Textarea
          resize="vertical"
          value={mark?.note ?? ''}
          onChange={(_, { value }) => casework.type(edit({ note: value }))}
          onBlur={() => void casework.flush()}
        />
      </Field>
    </section>
  );
}
