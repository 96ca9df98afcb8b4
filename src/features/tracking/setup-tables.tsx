import { makeStyles, tokens } from '@fluentui/react-components';
import { type BrandingTemplate, isSameName, type MailFlowRule, methodsOf } from '~/domain/messages/message-protection';
import { signInMethodLabel } from '~/domain/messages/sign-in-methods';
import { counted } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';
import { CheckState } from './check-state';
import { SmallTable } from './small-table';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  description: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    tabSize: 2,
  },
});

export function TemplateTable({ templates }: { readonly templates: readonly BrandingTemplate[] }) {
  return (
    <SmallTable
      label="Branding templates"
      columns={['Template', 'Kind', 'Sign-in methods to expect', 'Link expires']}
      rows={templates.map((template) => ({
        key: template.name,
        cells: [
          <Name key="name" text={template.name} />,
          template.isDefault ? 'Default' : 'Custom',
          methodWords(template),
          expiryWords(template),
        ],
      }))}
    />
  );
}

/** Microsoft stands for work or school accounts alone where personal ones are kept out. */
function methodWords(template: BrandingTemplate): string {
  return methodsOf(template)
    .map((method) =>
      method === 'Microsoft' && !template.allowsSocialSignIn ? 'Microsoft (work or school account)' : signInMethodLabel(method),
    )
    .join(', ');
}

function expiryWords({ expiresAfterDays }: BrandingTemplate): string {
  if (expiresAfterDays === 0) return 'Never';
  return `After ${counted(expiresAfterDays, 'day')}`;
}

export interface RuleTableProps {
  readonly rules: readonly MailFlowRule[];
  /** `undefined` where they are not known. */
  readonly templates: readonly BrandingTemplate[] | undefined;
}

/** The rules that brand mail; others have nothing to do with tracking. */
export function RuleTable({ rules, templates }: RuleTableProps) {
  const styles = useStyles();
  const exists = (template: string) => !templates || templates.some(({ name }) => isSameName(name, template));
  return (
    <SmallTable
      label="Mail flow rules that brand mail"
      columns={['Rule', 'State', 'Template it applies']}
      rows={rules.map(({ name, description, template = '', ...rule }) => ({
        key: name,
        cells: [
          <div key="name">
            <Name text={name} />
            {description && (
              <div className={styles.description}>
                <VisibleText text={description.trim()} />
              </div>
            )}
          </div>,
          stateWords(rule),
          <span key="template">
            <VisibleText text={template} /> {!exists(template) && <CheckState state="warning" word="Does not exist" />}
          </span>,
        ],
      }))}
    />
  );
}

function stateWords({ isEnabled, isTesting }: Pick<MailFlowRule, 'isEnabled' | 'isTesting'>): string {
  if (!isEnabled) return 'Disabled';
  return isTesting ? 'Testing only' : 'Enabled';
}

function Name({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.name}>
      <VisibleText text={text} />
    </span>
  );
}
