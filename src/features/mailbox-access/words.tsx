import type { Sentence } from '~/domain/sentence';
import { VisibleText } from '~/ui/visible-text';

/** Our words and the record's, of which the latter cannot change what the former say. */
export function Words({ sentence }: { readonly sentence: Sentence }) {
  return sentence.map((part, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are nothing but their positions
    typeof part === 'string' ? part : <VisibleText key={position} text={part.value} />,
  );
}
