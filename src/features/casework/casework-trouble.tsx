import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { counted, plural } from '~/lib/words';
import { type Casework, type CaseworkProblem, useCasework } from '~/records/casework';
import { Failure } from '~/ui/failure';

interface Words {
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
}

const stays = 'What you changed is on this page and nowhere else yet.';

const words: Record<CaseworkProblem['kind'], Words> = {
  noStorage: {
    title: 'This browser keeps nothing for this page',
    detail: `It gives the page no database, as private windows and some policies do. ${stays}`,
    advice: 'Export it before you leave, or allow this site to store data and try again.',
  },
  full: {
    title: 'The browser has no more room',
    detail: `Your last changes could not be written. ${stays}`,
    advice: 'Delete kept records in Settings or free room on this computer, then try again.',
  },
  blocked: {
    title: 'Another tab holds on to what is kept',
    detail: `It runs an older version of Ledgerline. ${stays}`,
    advice: 'Close the other tabs of Ledgerline; this one goes on by itself.',
  },
  outdated: {
    title: 'A newer version of Ledgerline keeps this work',
    detail: `This tab is older and cannot write any more. ${stays}`,
    advice: 'Export what you changed, then load the page again.',
  },
  failed: {
    title: 'Your last changes could not be written',
    detail: stays,
    advice: 'Try again; export your work before you leave if it goes on.',
  },
};

/** What stands between kept work and the database, if anything. */
export function CaseworkTrouble({ casework }: { readonly casework: Casework }) {
  const { problem, unreadable } = useCasework(casework);
  return (
    <>
      {problem && (
        <Failure
          {...words[problem.kind]}
          detail={[words[problem.kind].detail, problem.detail && `The browser says: ${problem.detail}`].filter(Boolean).join(' ')}
          action={<Button onClick={() => void casework.flush()}>Try again</Button>}
        />
      )}
      {unreadable > 0 && (
        <MessageBar layout="multiline" intent="warning">
          <MessageBarBody>
            {counted(unreadable, 'entry', 'entries')} in this browser cannot be read by this version of Ledgerline.{' '}
            {plural(unreadable, 'It is', 'They are')} left as {plural(unreadable, 'it is', 'they are')}.
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
