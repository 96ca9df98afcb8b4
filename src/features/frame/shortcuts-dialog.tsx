import { Dialog, makeStyles, tokens } from '@fluentui/react-components';
import { DialogCard } from '~/ui/dialog-card';
import { useActiveShortcuts } from '~/ui/use-shortcut';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  keys: { fontFamily: tokens.fontFamilyMonospace },
  label: { margin: 0 },
});

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  // Parts of a page that stand in for each other may offer the same.
  const lines = new Map(useActiveShortcuts().map((each) => [each.keys + each.label, each]));
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogCard title="Keyboard shortcuts">
        <dl className={styles.list}>
          {[...lines.values()].map(({ keys, label }) => (
            <div key={keys + label} style={{ display: 'contents' }}>
              <dt className={styles.keys}>
                <kbd>{keys}</kbd>
              </dt>
              <dd className={styles.label}>{label}</dd>
            </div>
          ))}
        </dl>
      </DialogCard>
    </Dialog>
  );
}
