import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef } from 'react';
import type { AddressBook } from '~/domain/addresses/address-book';
import { formatTime, relativeTime } from '~/lib/time';
import { allOf, counted } from '~/lib/words';
import { DropZone } from '~/ui/drop-zone';
import { Failure } from '~/ui/failure';
import { FilePicker } from '~/ui/file-picker';
import { Section } from '~/ui/section';
import { useTimeZone } from '~/ui/time-zone';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '80ch', textWrap: 'pretty' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '900px' },
  book: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflowWrap: 'anywhere' },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
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
        <ul className={styles.list} aria-label="Open MMDB files">
          {books.map((book) => (
            <BookLine key={book.name} book={book} onClose={() => close(book.name)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

const words = new Map([
  ['country', 'countries'],
  ['city', 'cities'],
  ['network', 'networks'],
]);

function BookLine({ book: { name, about, can }, onClose }: { book: OpenBook; onClose: () => void }) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  return (
    <li className={styles.book}>
      <div>
        <div className={styles.name}>{name}</div>
        <div className={styles.facts}>
          {about.type}, knows {allOf(can.map((kind) => words.get(kind) ?? kind))}, built{' '}
          {formatTime(about.builtAt, zone).slice(0, 10)} ({relativeTime(about.builtAt)})
        </div>
      </div>
      <Button appearance="subtle" icon={<DismissRegular />} aria-label={`Close ${name}`} title="Close" onClick={onClose} />
    </li>
  );
}
