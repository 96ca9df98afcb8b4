import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Filter } from '~/domain/view/filter';
import { useCommands } from '~/ui/use-command';
import { useMedia } from '~/ui/use-media';
import { ungrouped } from './groups-slot';
import type { ResultParams } from './result-params';
import { type StandsOutTab, standsOutTabs, standsOutTitles } from './stands-out';

/** For facets, rows, and two panels beside them. */
const wideScreen = '(min-width: 1600px)';
/** Panels cover the rows. */
const coveringScreen = '(max-width: 900px)';

export interface StandsOutDoor {
  /** Not while there is only room for the record that is open; it comes back when that is closed. */
  readonly isShown: boolean;
  readonly takesFocus: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  onToggle(isByKeyboard: boolean): void;
  onTab(tab: StandsOutTab): void;
  /** Looks at other records in place of these, whatever the filters were. */
  onAround(filters: Filter[]): void;
  onClose(): void;
}

/** The panel of what stands out, beside the rows: whether it is open, and at which tab, stands in the address. */
export function useStandsOut(
  params: ResultParams,
  onParams: (change: Partial<ResultParams>, options: { readonly replace: boolean }) => void,
): StandsOutDoor {
  const hasRoom = useMedia(wideScreen);
  const isCovering = useMedia(coveringScreen);
  const [takesFocus, setTakesFocus] = useState(false);
  // However it was come to: by a press, a command or a link.
  const [lastTab, setLastTab] = useState<StandsOutTab>(params.panel ?? 'detections');
  if (params.panel && params.panel !== lastTab) setLastTab(params.panel);
  const button = useRef<HTMLButtonElement>(null);
  const isShown = params.panel !== undefined && (params.record === undefined || hasRoom);
  const isClosing = useRef(false);
  // Once the button is no longer covered.
  useEffect(() => {
    if (!isShown && isClosing.current) button.current?.focus();
    isClosing.current = false;
  }, [isShown]);
  const open = (tab: StandsOutTab, isByKeyboard: boolean) => {
    setTakesFocus(isByKeyboard);
    onParams({ panel: tab, ...(!hasRoom && { record: undefined }) }, { replace: false });
  };
  const close = () => {
    isClosing.current = true;
    onParams({ panel: undefined }, { replace: false });
  };
  useCommands(
    standsOutTabs.map((tab) => ({ label: `What stands out: ${standsOutTitles[tab].toLowerCase()}`, run: () => open(tab, true) })),
  );
  return {
    isShown,
    takesFocus,
    button,
    onToggle(isByKeyboard) {
      if (isShown) close();
      else open(lastTab, isByKeyboard);
    },
    onTab: (tab) => onParams({ panel: tab }, { replace: true }),
    onAround(filters) {
      onParams({ ...ungrouped, text: '', filters, ...(isCovering && { panel: undefined }) }, { replace: false });
    },
    onClose: close,
  };
}
