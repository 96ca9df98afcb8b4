import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { narrowScreen, useMedia } from './use-media';
import { useStored } from './use-stored';

const standardWidth = 480;
const minWidth = 320;
const maxWidth = 1000;
const step = 24;

const parseWidth = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= minWidth && value <= maxWidth ? value : undefined;

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    flexShrink: 0,
    // Never more than leaves a column of the rows beside it.
    maxWidth: 'calc(100% - 200px)',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    overflow: 'auto',
    // What gets the focus is not hidden by a head that stays.
    scrollPaddingBlockStart: '100px',
    outlineStyle: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 900px)': {
      position: 'absolute',
      inset: 0,
      zIndex: 2,
      maxWidth: '100%',
      width: 'auto !important',
      borderLeft: 'none',
    },
    '@media print': {
      position: 'static',
      display: 'block',
      width: 'auto !important',
      maxWidth: 'none',
      overflow: 'visible',
      borderLeft: 'none',
    },
  },
  fullScreen: { '@media (max-width: 900px)': { position: 'fixed', zIndex: 30 } },
  edge: {
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: 0,
    width: '8px',
    zIndex: 1,
    cursor: 'col-resize',
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { backgroundColor: tokens.colorStrokeFocus2, outlineStyle: 'none' },
    '@media (max-width: 900px)': { display: 'none' },
    '@media print': { display: 'none' },
  },
});

export interface SidePanelProps {
  readonly label: string;
  /** Moves the focus into the panel when it appears: it was asked for by keyboard, or it covers what is below. */
  readonly takesFocus: boolean;
  onClose(): void;
  readonly children: ReactNode;
}

/**
 * Stands on the right of what it belongs to, inside a positioned flex row; covers it on narrow screens, and on phones the whole
 * page. Escape closes it.
 */
export function SidePanel({ label, takesFocus, onClose, children }: SidePanelProps) {
  const styles = useStyles();
  const panel = useRef<HTMLElement>(null);
  const [stored, setStored] = useStored('side-panel-width', parseWidth, standardWidth);
  const [dragged, setDragged] = useState<number>();
  const start = useRef<{ x: number; width: number }>(undefined);
  const width = dragged ?? stored;

  useEffect(() => {
    if (takesFocus || window.matchMedia('(max-width: 900px)').matches) panel.current?.focus();
  }, [takesFocus]);

  const isFullScreen = useMedia(narrowScreen);
  useEffect(() => (isFullScreen && panel.current ? putAside(panel.current) : undefined), [isFullScreen]);

  const onKeyDown = (event: KeyboardEvent) => {
    // Menus and dialogs opened from here are elsewhere in the page and close themselves.
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    onClose();
  };
  const onEdgeKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    setStored(clamp(stored + by));
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: panel.current?.offsetWidth ?? width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) setDragged(clamp(start.current.width + start.current.x - event.clientX));
  };
  const onPointerUp = () => {
    start.current = undefined;
    if (dragged !== undefined) setStored(dragged);
    setDragged(undefined);
  };

  return (
    <aside
      ref={panel}
      aria-label={label}
      tabIndex={-1}
      className={mergeClasses(styles.panel, isFullScreen && styles.fullScreen)}
      style={{ width }}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={`Width of ${label}`}
        aria-valuenow={width}
        aria-valuemin={minWidth}
        aria-valuemax={maxWidth}
        tabIndex={0}
        className={styles.edge}
        onKeyDown={onEdgeKey}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
      />
      {children}
    </aside>
  );
}

/** Takes all that stands around the panel out of reach: the panel covers it. Answers what brings it back. */
function putAside(panel: HTMLElement): () => void {
  const covered: HTMLElement[] = [];
  for (let part: HTMLElement = panel; part.parentElement && part !== document.body; part = part.parentElement)
    for (const sibling of part.parentElement.children)
      if (sibling instanceof HTMLElement && sibling !== part && !sibling.inert) covered.push(sibling);
  for (const element of covered) element.inert = true;
  return () => {
    for (const element of covered) element.inert = false;
  };
}

function clamp(width: number): number {
  return Math.round(Math.min(maxWidth, Math.max(minWidth, width)));
}
