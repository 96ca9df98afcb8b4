import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { TableSettingsRegular } from '@fluentui/react-icons/svg/table-settings';
import { type FormEvent, useState } from 'react';
import { type Catalogue, isListed, labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { parsePath, splitAlternatives } from '~/lib/json-path';
import { type ColumnLayout, shownFields, standardLayout, withField, withMoved, withoutPath, withShown } from './column-layout';

const useStyles = makeStyles({
  surface: { width: 'min(380px, 90vw)', maxHeight: '75vh', overflow: 'auto' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  form: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS, marginBlock: tokens.spacingVerticalM },
});

export interface ColumnsPopoverProps {
  readonly catalogue: Catalogue;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
}

export function ColumnsPopover({ catalogue, layout, onLayout }: ColumnsPopoverProps) {
  const styles = useStyles();
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<TableSettingsRegular />}>Columns</Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="Columns">
        <ul className={styles.list}>
          {layout.order.map((ref, index) => (
            <li key={ref}>
              <ColumnLine
                field={ref}
                catalogue={catalogue}
                layout={layout}
                previous={layout.order[index - 1]}
                // Moving down is moving the next one up.
                next={layout.order[index + 1]}
                onLayout={onLayout}
              />
            </li>
          ))}
        </ul>
        <AddProperty onAdd={(path) => onLayout(withField(layout, `path:${path}`))} />
        <Button onClick={() => onLayout(standardLayout(catalogue))}>Reset</Button>
      </PopoverSurface>
    </Popover>
  );
}

interface ColumnLineProps extends ColumnsPopoverProps {
  readonly field: FieldRef;
  readonly previous: FieldRef | undefined;
  readonly next: FieldRef | undefined;
}

function ColumnLine({ field, catalogue, layout, previous, next, onLayout }: ColumnLineProps) {
  const styles = useStyles();
  const label = labelOf(catalogue, field);
  const shown = shownFields(layout);
  const isShown = shown.includes(field);
  return (
    <div className={styles.line}>
      <div className={styles.name}>
        <Checkbox
          label={label}
          checked={isShown}
          disabled={isShown && shown.length === 1}
          onChange={(_, { checked }) => onLayout(withShown(layout, field, checked === true))}
        />
      </div>
      {!isListed(catalogue, field) && (
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`Remove ${label}`}
          onClick={() => onLayout(withoutPath(catalogue, layout, field))}
        />
      )}
      <Button
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={`Move ${label} up`}
        disabledFocusable={!previous}
        onClick={() => previous && onLayout(withMoved(layout, field, previous))}
      />
      <Button
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={`Move ${label} down`}
        disabledFocusable={!next}
        onClick={() => next && onLayout(withMoved(layout, next, field))}
      />
    </div>
  );
}

/** Any property of any record can become a column. */
function AddProperty({ onAdd }: { onAdd: (path: string) => void }) {
  const styles = useStyles();
  const [path, setPath] = useState('');
  const [isRefused, setRefused] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const text = path.trim();
    if (!text) return;
    const isPath = splitAlternatives(text).every((path) => parsePath(path));
    setRefused(!isPath);
    if (!isPath) return;
    onAdd(text);
    setPath('');
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field
        label="Property of AuditData"
        className={styles.name}
        validationState={isRefused ? 'error' : 'none'}
        validationMessage={isRefused ? 'This is not a path.' : undefined}
        hint="Such as Item.ParentFolder.Path or OperationProperties[MailSubject]"
      >
        <Input value={path} onChange={(_, { value }) => setPath(value)} />
      </Field>
      <Button type="submit">Add</Button>
    </form>
  );
}
