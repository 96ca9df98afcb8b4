import { VisibleText } from '~/ui/visible-text';
import { useOpenRecord } from './record-context';

/** A text of the record, in which what the records were searched for can be seen. */
export function FoundText({ text }: { readonly text: string }) {
  const { finder } = useOpenRecord();
  return <VisibleText text={text} finder={finder} />;
}
