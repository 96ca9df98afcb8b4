import { Button, makeStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef } from 'react';
import type { AddressBook } from '~/domain/addresses/address-book';
import { formatTime, relativeTime, type TimeZone } from '~/lib/time';
import { allOf, counted } from '~/lib/words';
import { DropZone } from '~/ui/drop-zone';
import { EntryList } from '~/ui/entry-list';
import { Failure } from '~/ui/failure';
import { FilePicker } from '~/ui/file-picker';
import { Section } from '~/ui/section';
import { useTimeZone } from '~/ui/time-zone';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '80ch', textWrap: 'pretty' },
});

/** What is shown of a book. */
export type OpenBook = Pick<AddressBook, 'name' | 'about' | 'can'>;

export interface AddressBooksProps {
  /** No two have the same name. */
  readonly books: readonly OpenBook[];
  /** Names of files that are being read. */
  readonly opening: readonly string[];
  /** What is wrong with files that were to be opened, as sentences. */
  readonly error?: string | undefined;
  /** How long they stay. */
  readonly stay: 'kept' | 'this visit' | 'this visit, unless records are kept';
  onOpen(files: File[]): void;
  onClose(name: string): void;
}

/** Which MMDB files tell where addresses are, opening more of them and closing them. */
export function AddressBooks({ books, opening, error, stay, onOpen, onClose }: AddressBooksProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const openButton = useRef<HTMLButtonElement>(null);
  const close = (name: string) => {
    onClose(name);
    // The button that was pressed goes with the book.
    openButton.current?.focus();
  };
  return (
    <Section title="Countries and networks of IP addresses">
      <DropZone label="MMDB files to open" onFiles={onOpen}>
        <p className={styles.text}>
          Open or drop MMDB files, such as GeoLite2, GeoIP2, DB-IP Lite or IPinfo Lite: they tell where addresses are and whose
          network they belong to. This page alone reads them and looks addresses up in them: nothing is sent anywhere. Countries
          and networks then are columns, filters and groups like any other. {stayWords[stay]}
        </p>
        <FilePicker ref={openButton} label="Open an MMDB file" accept=".mmdb" onFiles={onOpen} />
      </DropZone>
      {error && <Failure title="The file could not be opened" detail={error} advice="What is open stays open." />}
      <span role="status">{statusOf(books.length, opening)}</span>
      {books.length > 0 && (
        <EntryList
          label="Open MMDB files"
          entries={books}
          keyOf={({ name }) => name}
          renderName={({ name }) => name}
          factsOf={(book) => factsOf(book, zone)}
          renderActions={({ name }) => (
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`Close ${name}`}
              title="Close"
              onClick={() => close(name)}
            />
          )}
        />
      )}
    </Section>
  );
}

const stayWords = {
  kept: 'They are kept in this browser, as records are, until you close them.',
  'this visit': 'They are open as long as this page is.',
  'this visit, unless records are kept': 'They are open as long as this page is, unless records are kept in this browser.',
} as const;

function statusOf(open: number, opening: readonly string[]): string {
  if (opening.length > 0) return `Reading ${allOf(opening)}…`;
  return open === 0 ? 'No file is open.' : `${counted(open, 'file')} open`;
}

const words = new Map([
  ['country', 'countries'],
  ['city', 'cities'],
  ['network', 'networks'],
]);

function factsOf({ about, can }: OpenBook, zone: TimeZone): string {
  const known = allOf(can.map((kind) => words.get(kind) ?? kind));
  const built = formatTime(about.builtAt, zone).slice(0, 10);
  return `${about.type}, knows ${known}, built ${built} (${relativeTime(about.builtAt)})`;
}
