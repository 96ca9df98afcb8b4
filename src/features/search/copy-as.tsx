import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toast,
  ToastTitle,
  useToastController,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { lazy, Suspense, useState } from 'react';
import type { AuditQuery } from '~/domain/audit-query';
import { toGraphRequest } from '~/domain/graph-query';
import { toPowerShell } from '~/domain/power-shell';
import { copyText } from '~/ui/use-copy';

const CopyPreview = lazy(() => import('./copy-preview').then(({ CopyPreview }) => ({ default: CopyPreview })));

export interface CopyAsProps {
  /** Without both dates there is nothing to copy yet. */
  readonly isReady: boolean;
  /** Asked for when it is needed: the menu is there at every keystroke, the texts are not. */
  getQuery(): AuditQuery;
  readonly service: { readonly graphUrl: string; readonly graphVersion: string };
}

/** The same search for other tools. */
export function CopyAs({ isReady, getQuery, service }: CopyAsProps) {
  const { dispatchToast } = useToastController();
  const [shown, setShown] = useState<AuditQuery>();

  const copy = async (text: string, what: string) => {
    // Where the browser refuses to copy, the text is shown in full and can be selected.
    if (!(await copyText(text))) return setShown(getQuery());
    dispatchToast(
      <Toast>
        <ToastTitle>Copied {what}</ToastTitle>
      </Toast>,
      { intent: 'success', timeout: 3000 },
    );
  };
  const copyPowerShell = (query: AuditQuery) => copy(toPowerShell(query), 'PowerShell');
  const copyGraph = (query: AuditQuery) => copy(toGraphRequest(query, service), 'Graph request');

  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button type="button" icon={<CopyRegular />} disabledFocusable={!isReady}>
            Copy as
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => void copyPowerShell(getQuery())} subText="Search-UnifiedAuditLog">
              PowerShell
            </MenuItem>
            <MenuItem onClick={() => void copyGraph(getQuery())} subText="Method, address, headers and body">
              Graph request
            </MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => setShown(getQuery())}>Preview both</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
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
