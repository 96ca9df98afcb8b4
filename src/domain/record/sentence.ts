// Sentences made of our words and the record's. The two are kept apart to the end, so that the screen can isolate the
// record's: text written right to left, or pretending to be ours, must not change what the sentence says.

import { counted as countedWords, formatNumber } from '~/lib/words';

/** A string is ours; an object holds text of the record. */
export type SentencePart = string | { readonly value: string };
export type Sentence = readonly SentencePart[];

export const nothing: Sentence = [];

/** Words in the template are ours, texts put in are the record's, sentences put in keep what they are. */
export function say(words: TemplateStringsArray, ...values: readonly (string | Sentence)[]): Sentence {
  return words.flatMap((word, i) => {
    const value = values[i];
    const before = word === '' ? nothing : [word];
    if (value === undefined || value === '') return before;
    return typeof value === 'string' ? [...before, { value }] : [...before, ...value];
  });
}

/** The sentence made by `make` when there is a text, else nothing. */
export function when(text: string, make: (text: string) => Sentence): Sentence {
  return text === '' ? nothing : make(text);
}

/** Words of ours with the thing in the place of `…`, or behind them: `deleted the site … for good`. A thing can be missing. */
export function filled(words: string, thing: Sentence): Sentence {
  const [before = '', after = ''] = words.split(' …');
  const needsOne = / (?:of|on|to|from|in|for|at|with)$/.test(before);
  const what = thing.length > 0 ? say` ${thing}` : needsOne ? say` something` : nothing;
  return say`${[before]}${what}${after === '' ? nothing : [after]}`;
}

export function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.value)).join('');
}

/** `1 message`, `1,204 messages`. */
export function counted(count: number, one: string, many?: string): Sentence {
  return [countedWords(count, one, many)];
}

/** `a, b and 3 more`: long lists would bury the sentence. */
export function listed(texts: readonly string[], most = 3): Sentence {
  const shown = texts.slice(0, most);
  const more = texts.length - shown.length;
  return shown
    .flatMap((value, i) => {
      const last = i === shown.length - 1 && more === 0;
      const joint = i === 0 ? nothing : [last ? ' and ' : ', '];
      return [...joint, { value }];
    })
    .concat(more > 0 ? [` and ${formatNumber(more)} more`] : []);
}
