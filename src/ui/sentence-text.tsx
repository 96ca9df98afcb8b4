import { VisibleText } from './visible-text';

export interface SentenceTextProps {
  /** Our words, and the record's as values. */
  readonly sentence: readonly (string | { readonly value: string })[];
}

/** Our words and the record's, of which the latter cannot change what the former say. */
export function SentenceText({ sentence }: SentenceTextProps) {
  return sentence.map((part, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are nothing but their positions
    typeof part === 'string' ? part : <VisibleText key={position} text={part.value} />,
  );
}
