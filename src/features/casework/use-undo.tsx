import { lazy, Suspense, useState } from 'react';
import type { WorkChange } from '~/domain/casework/work-changes';
import type { Casework } from '~/records/casework';
import type { Notice } from '~/ui/notice-toaster';

const NoticeToaster = lazy(() => import('~/ui/notice-toaster').then(({ NoticeToaster }) => ({ default: NoticeToaster })));

/** Changes kept work and says so, with a way back. `toaster` has to stand on the page. */
export function useUndo(casework: Casework) {
  const [notice, setNotice] = useState<Notice>();
  return {
    run(change: WorkChange, text: string) {
      const undo = casework.change(change);
      setNotice({ text, intent: 'info', onUndo: () => void casework.change(undo) });
    },
    toaster: notice && (
      <Suspense>
        <NoticeToaster notice={notice} />
      </Suspense>
    ),
  };
}
