import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { TableSettingsRegular } from '@fluentui/react-icons/svg/table-settings';
import { lazy, Suspense } from 'react';
import type { ColumnChooserProps } from './column-chooser';

// The list is loaded when the pointer or the focus comes near: most visits to the results never choose columns.
const load = async () => ({ default: (await import('./column-chooser')).ColumnChooser });
const ColumnChooser = lazy(load);

const useStyles = makeStyles({
  surface: { width: 'min(560px, 95vw)', maxHeight: '75vh', overflow: 'auto', padding: 0, boxSizing: 'border-box' },
});

/** Which columns there are, and in which order. */
export function ColumnsPopover(props: ColumnChooserProps) {
  const styles = useStyles();
  // What fails here is said when the list is opened.
  const loadSoon = () => void load().catch(() => {});
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<TableSettingsRegular />} onPointerEnter={loadSoon} onFocus={loadSoon}>
          Columns
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="Columns">
        <Suspense>
          <ColumnChooser {...props} />
        </Suspense>
      </PopoverSurface>
    </Popover>
  );
}
