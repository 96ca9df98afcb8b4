import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Rule } from '~/domain/detections/rule';
import { CopyButton } from '~/ui/copy-button';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, whiteSpace: 'pre-line' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  address: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

export interface RuleFactsProps {
  readonly rule: Rule;
  /** It comes with Ledgerline. */
  readonly isShipped: boolean;
}

/** What the author of a rule says about it. Addresses are text: nothing is asked of anybody by looking at them. */
export function RuleFacts({ rule, isShipped }: RuleFactsProps) {
  const styles = useStyles();
  const { description, falsepositives, tags, references, author, file } = rule;
  return (
    <dl className={styles.facts}>
      {description !== '' && (
        <Fact label="What it finds">
          <VisibleText text={description} />
        </Fact>
      )}
      {falsepositives.length > 0 && (
        <Fact label="False positives">
          <VisibleText text={falsepositives.join('; ')} />
        </Fact>
      )}
      {references.length > 0 && (
        <Fact label="References">
          <ul className={styles.list}>
            {references.map((address, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule may name an address twice
              <li key={at} className={styles.address}>
                <VisibleText text={address} />
                <CopyButton label={address} text={address} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {tags.length > 0 && (
        <Fact label="Tags">
          <VisibleText text={tags.join(', ')} />
        </Fact>
      )}
      {author !== '' && (
        <Fact label="Author">
          <VisibleText text={author} />
        </Fact>
      )}
      <Fact label="File">
        <VisibleText text={file} />
        {isShipped && ', comes with Ledgerline'}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
