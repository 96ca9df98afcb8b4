import { Dialog, makeStyles, tokens } from '@fluentui/react-components';
import { DialogCard } from '~/ui/dialog-card';
import { Keys } from '~/ui/keys';
import { useActiveCommands } from '~/ui/use-command';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  label: { margin: 0 },
});

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  // Parts of a page that stand in for each other may offer the same.
  const lines = new Map(useActiveCommands().flatMap(({ keys, label }) => (keys ? [[keys + label, { keys, label }]] : [])));
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogCard title="Keyboard shortcuts">
        <dl className={styles.list}>
          {[...lines.values()].map(({ keys, label }) => (
            <div key={keys + label} style={{ display: 'contents' }}>
              <dt>
                <Keys keys={keys} />
              </dt>
              <dd className={styles.label}>{label}</dd>
            </div>
          ))}
        </dl>
      </DialogCard>
    </Dialog>
  );
}
