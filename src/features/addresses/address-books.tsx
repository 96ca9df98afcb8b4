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
  /** What is wrong with a file that was to be opened, as a sentence. */
  readonly error?: string | undefined;
  onOpen(files: File[]): void;
  onClose(name: string): void;
}

/** Which MMDB files tell where addresses are, opening more of them and closing them. */
export function AddressBooks({ books, error, onOpen, onClose }: AddressBooksProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const openButton = useRef<HTMLButtonElement>(null);
  const close = (name: string) => {
    onClose(name);
    // The button that was pressed goes with the book.
    openButton.current?.focus();
  };
  return (
    <Section title="Countries, cities and networks of IP addresses">
      <DropZone label="MMDB files to open" onFiles={onOpen}>
        <p className={styles.text}>
          Open or drop MMDB files, such as GeoLite2, GeoIP2, DB-IP Lite or IPinfo Lite: they tell where addresses are and whose
          network they belong to. This page alone reads them and looks addresses up in them: nothing is sent anywhere.
        </p>
        <FilePicker ref={openButton} label="Open an MMDB file" accept=".mmdb" onFiles={onOpen} />
      </DropZone>
      {error && <Failure title="The file could not be opened" detail={error} advice="What is open stays open." />}
      <span role="status">{books.length === 0 ? 'No file is open.' : `${counted(books.length, 'file')} open`}</span>
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
