import { Button, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { SaveRegular } from '@fluentui/react-icons/svg/save';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { type ColumnPreset, columnPresets, presetFits } from '~/domain/catalogue/column-presets';
import type { PropertyFacts } from '~/engine/record-set';
import { propertyStep } from '~/lib/json-path';
import { useStored } from '~/ui/use-stored';
import { type ColumnLayout, shownFields, standardLayout, withColumns } from './column-layout';
import { hasColumns, longestPresetName, parseOwnPresets, withPreset } from './own-presets';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  preset: { display: 'flex', minWidth: 0 },
  name: { minWidth: 0, maxWidth: '260px', overflowWrap: 'anywhere' },
});

export interface PresetBarProps {
  readonly catalogue: Catalogue;
  /** `undefined` until they are known. */
  readonly properties: readonly PropertyFacts[] | undefined;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
}

/** Columns that belong together, those of somebody's own among them. */
export function PresetBar({ catalogue, properties, layout, onLayout }: PresetBarProps) {
  const styles = useStyles();
  const [own, setOwn, updateOwn] = useStored(`presets.${catalogue.key}`, (value) => parseOwnPresets(catalogue, value), none);
  const [isAllShown, setAllShown] = useState(false);
  const [deleted, setDeleted] = useState<ColumnPreset>();
  const columns = shownFields(layout);
  const paths = new Set(properties?.flatMap(({ name, nested }) => [propertyStep(name), ...nested.map(({ path }) => path)]));
  const fitting = columnPresets.filter((preset) => presetFits(catalogue, preset, paths));
  const others = columnPresets.filter((preset) => !fitting.includes(preset));
  const button = (preset: ColumnPreset) => (
    <ToggleButton
      key={preset.name}
      size="small"
      className={styles.name}
      checked={hasColumns(preset, columns)}
      onClick={() => onLayout(withColumns(catalogue, layout, preset.columns))}
    >
      {preset.name}
    </ToggleButton>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend, which nobody needs to see here */}
      <div role="group" aria-label="Presets" className={styles.line}>
        {fitting.map(button)}
        {own.map((preset) => (
          <span key={preset.name} className={styles.preset}>
            {button(preset)}
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={`Delete ${preset.name}`}
              onClick={() => {
                setOwn(own.filter((each) => each !== preset));
                setDeleted(preset);
              }}
            />
          </span>
        ))}
        {isAllShown && others.map(button)}
        {others.length > 0 && (
          <Button size="small" appearance="subtle" aria-expanded={isAllShown} onClick={() => setAllShown(!isAllShown)}>
            More presets
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => onLayout(standardLayout(catalogue))}>
          Reset
        </Button>
        <SavePreset
          onSave={(name) => {
            updateOwn((last) => withPreset(last, { name, columns }));
            setDeleted(undefined);
          }}
        />
      </div>
      <div role="status" className={styles.line}>
        {deleted && (
          <>
            {`“${deleted.name}” deleted`}
            <Button
              // Where it was pressed is gone.
              ref={(undo) => undo?.focus()}
              size="small"
              onClick={() => {
                updateOwn((last) => withPreset(last, deleted));
                setDeleted(undefined);
              }}
            >
              Undo
            </Button>
          </>
        )}
      </div>
    </>
  );
}

const none: readonly ColumnPreset[] = [];

function SavePreset({ onSave }: { readonly onSave: (name: string) => void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button size="small" appearance="subtle" icon={<SaveRegular />} onClick={() => setAsking(true)}>
        Save these columns as…
      </Button>
    );
  }
  return (
    <NameForm
      onName={(name) => {
        onSave(name);
        setAsking(false);
      }}
    />
  );
}

/** A name that is there already is given to these columns. */
function NameForm({ onName }: { readonly onName: (name: string) => void }) {
  const styles = useStyles();
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone.
  useEffect(() => input.current?.focus(), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <form className={styles.line} onSubmit={onSubmit}>
      <Input
        input={{ ref: input }}
        size="small"
        aria-label="Name of these columns"
        placeholder="Name"
        maxLength={longestPresetName}
        value={name}
        onChange={(_, { value }) => setName(value)}
      />
      <Button size="small" type="submit">
        Save
      </Button>
    </form>
  );
}
