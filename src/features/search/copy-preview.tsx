import { Button, Dialog, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { DialogCard } from '~/ui/dialog-card';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  label: { margin: `${tokens.spacingVerticalS} 0`, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    maxHeight: '36vh',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

interface CopyText {
  readonly label: string;
  readonly text: string;
  onCopy(): void;
}

export interface CopyPreviewProps {
  readonly texts: readonly CopyText[];
  onClose(): void;
}

/** What would be copied, to read first. */
export function CopyPreview({ texts, onClose }: CopyPreviewProps) {
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogCard title="Copy as" width={880}>
        {texts.map(({ label, text, onCopy }) => (
          <section key={label} aria-label={label}>
            <div className={styles.head}>
              <h3 className={styles.label}>{label}</h3>
              <Button size="small" icon={<CopyRegular />} aria-label={`Copy ${label}`} onClick={onCopy}>
                Copy
              </Button>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <pre className={styles.text} tabIndex={0}>
              {text}
            </pre>
          </section>
        ))}
      </DialogCard>
    </Dialog>
  );
}
