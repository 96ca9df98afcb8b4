import type { KeptWork, Mark } from '~/domain/casework/kept-work';
import type { TimeZone } from '~/lib/time';
import type { DataColumn } from '~/ui/grid/data-column';
import { timeColumns } from '~/ui/grid/data-columns';
import { byName } from './by-name';

/** A record that is kept, and the names of its cases. */
export interface MarkRow {
  readonly mark: Mark;
  readonly cases: string;
}

export function markRows({ marks, cases }: KeptWork): readonly MarkRow[] {
  const names = new Map<string, string[]>();
  for (const { name, recordIds } of byName(cases))
    for (const id of recordIds) {
      const known = names.get(id);
      if (known) known.push(name);
      else names.set(id, [name]);
    }
  return [...marks.values()].map((mark) => ({ mark, cases: names.get(mark.recordId)?.join('; ') ?? '' }));
}

export function markColumns(zone: TimeZone): readonly DataColumn<MarkRow>[] {
  const timeColumn = timeColumns<MarkRow>(zone);
  return [
    {
      id: 'star',
      label: 'Star',
      help: 'Whether you starred the record.',
      width: 80,
      text: ({ mark }) => (mark.starred ? 'Starred' : ''),
    },
    timeColumn('time', 'Date', 'When the record was written.', ({ mark }) => mark.time),
    {
      id: 'summary',
      label: 'Record',
      help: 'The record in a line.',
      width: 380,
      text: ({ mark }) => mark.summary || mark.recordId,
    },
    { id: 'tags', label: 'Tags', help: 'Your tags.', width: 180, text: ({ mark }) => mark.tags.join('; ') },
    { id: 'note', label: 'Note', help: 'Your note.', width: 300, text: ({ mark }) => mark.note },
    { id: 'cases', label: 'Cases', help: 'The cases it is in.', width: 200, text: ({ cases }) => cases },
    timeColumn('changed', 'Noted', 'When the note was written last, or the record marked.', ({ mark }) => mark.changed),
  ];
}

/** Rows that have every word of the text anywhere. */
export function filterMarks(rows: readonly MarkRow[], text: string): readonly MarkRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ mark, cases }) => {
    const all = [mark.starred ? 'starred' : '', mark.summary, mark.recordId, mark.note, cases, ...mark.tags]
      .join('\n')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
