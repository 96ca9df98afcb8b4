import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowForwardRegular } from '@fluentui/react-icons/svg/arrow-forward';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { KeyRegular } from '@fluentui/react-icons/svg/key';
import { MailProhibitedRegular } from '@fluentui/react-icons/svg/mail-prohibited';
import { MailReadRegular } from '@fluentui/react-icons/svg/mail-read';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { isDone, type JourneyEvent } from '~/domain/messages/journey-event';

const stepIcons = {
  signIn: <KeyRegular />,
  open: <MailReadRegular />,
  view: <EyeRegular />,
  download: <ArrowDownloadRegular />,
  forward: <ArrowForwardRegular />,
};

/** Decoration: the sentence beside it says the same. */
export function EventIcon({ event }: { readonly event: JourneyEvent }) {
  if (!isDone(event)) return <ErrorCircleRegular aria-hidden />;
  if (event.kind === 'send') return <SendRegular aria-hidden />;
  if (event.kind === 'revocation') return <MailProhibitedRegular aria-hidden />;
  return event.step ? stepIcons[event.step] : <DocumentRegular aria-hidden />;
}
