import { type RefObject, useEffect, useRef, useState } from 'react';
import { useMedia } from '~/ui/use-media';
import { ungrouped } from './groups-slot';
import type { DetectionsSlot } from './record-slot';
import type { ResultParams } from './result-params';

/** For facets, rows, and two panels beside them. */
const wideScreen = '(min-width: 1600px)';
/** Panels cover the rows. */
const coveringScreen = '(max-width: 900px)';

export interface DetectionsDoor {
  /** Not while there is only room for the record that is open; it comes back when that is closed. */
  readonly isShown: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  onToggle(isByKeyboard: boolean): void;
  readonly slot: Pick<DetectionsSlot, 'takesFocus' | 'onAround' | 'onClose'>;
}

/** The panel of detections beside the rows: whether it is open stands in the address. */
export function useDetections(
  params: ResultParams,
  onParams: (change: Partial<ResultParams>, options: { readonly replace: boolean }) => void,
): DetectionsDoor {
  const hasRoom = useMedia(wideScreen);
  const isCovering = useMedia(coveringScreen);
  const [takesFocus, setTakesFocus] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isShown = params.panel === 'detections' && (params.record === undefined || hasRoom);
  const isClosing = useRef(false);
  // Once the button is no longer covered.
  useEffect(() => {
    if (!isShown && isClosing.current) button.current?.focus();
    isClosing.current = false;
  }, [isShown]);
  const close = () => {
    isClosing.current = true;
    onParams({ panel: undefined }, { replace: false });
  };
  return {
    isShown,
    button,
    onToggle(isByKeyboard) {
      if (isShown) return close();
      setTakesFocus(isByKeyboard);
      onParams({ panel: 'detections', ...(!hasRoom && { record: undefined }) }, { replace: false });
    },
    slot: {
      takesFocus,
      onAround(filters) {
        onParams({ ...ungrouped, text: '', filters, ...(isCovering && { panel: undefined }) }, { replace: false });
      },
      onClose: close,
    },
  };
}
