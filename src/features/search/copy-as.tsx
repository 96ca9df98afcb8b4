import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { lazy, Suspense, useState } from 'react';
import { toPowerShell } from '~/domain/exchange/power-shell';
import type { AuditQuery } from '~/domain/query/audit-query';
import { toGraphRequest } from '~/domain/query/graph-query';
import type { MenuEntry } from '~/ui/menu-below';
import { MenuButton } from '~/ui/menu-button';
import { useCommands } from '~/ui/use-command';
import { copyText } from '~/ui/use-copy';

const CopyPreview = lazy(() => import('./copy-preview').then(({ CopyPreview }) => ({ default: CopyPreview })));

export interface CopyAsProps {
  /** Without both dates there is nothing to copy yet. */
  readonly isReady: boolean;
  /** Asked for when it is needed: the menu is there at every keystroke, the texts are not. */
  getQuery(): AuditQuery;
  readonly service: { readonly graphUrl: string; readonly graphVersion: string };
  onCopied(what: string): void;
}

/** The same search for other tools. */
export function CopyAs({ isReady, getQuery, service, onCopied }: CopyAsProps) {
  const [shown, setShown] = useState<AuditQuery>();

  const copy = async (text: string, what: string) => {
    // Where the browser refuses to copy, the text is shown in full and can be selected.
    if (!(await copyText(text))) return setShown(getQuery());
    onCopied(what);
  };
  const copyPowerShell = (query: AuditQuery) => copy(toPowerShell(query), 'PowerShell');
  const copyGraph = (query: AuditQuery) => copy(toGraphRequest(query, service), 'Graph request');

  const choices: MenuEntry[] = [
    { label: 'PowerShell', detail: 'Search-UnifiedAuditLog', onChoose: () => void copyPowerShell(getQuery()) },
    { label: 'Graph request', detail: 'Method, address, headers and body', onChoose: () => void copyGraph(getQuery()) },
  ];
  useCommands(
    choices.map(({ label, onChoose }) => ({ label: `Copy the search as ${label}`, run: isReady ? onChoose : undefined })),
  );
  return (
    <>
      <MenuButton
        icon={<CopyRegular />}
        disabledFocusable={!isReady}
        groups={[choices, [{ label: 'Preview both', onChoose: () => setShown(getQuery()) }]]}
      >
        Copy as
      </MenuButton>
      {shown && (
        <Suspense>
          <CopyPreview
            texts={[
              { label: 'PowerShell', text: toPowerShell(shown), onCopy: () => copyPowerShell(shown) },
              { label: 'Graph request', text: toGraphRequest(shown, service), onCopy: () => copyGraph(shown) },
            ]}
            onClose={() => setShown(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
