import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { counted, plural } from '~/lib/words';
import type { RuleBook, RuleBookState } from '~/records/rule-book';
import { DropZone } from '~/ui/drop-zone';
import { FilePicker } from '~/ui/file-picker';

const useStyles = makeStyles({
  text: { margin: 0, textWrap: 'pretty' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface OwnRulesProps {
  readonly book: RuleBook;
  readonly state: RuleBookState;
}

/** Opening rules of one's own, and doing without them again. */
export function OwnRules({ book, state: { own, toRead } }: OwnRulesProps) {
  const styles = useStyles();
  const rules = own.reduce((sum, file) => sum + file.rules.length, 0);
  const leftOut = own.reduce((sum, file) => sum + file.leftOut, 0);
  const open = (files: File[]) => void book.open(files);
  return (
    <DropZone label="Rules to open" onFiles={open}>
      <p className={styles.text}>
        Open or drop rules of Sigma, .yml or .yaml, or a zip of them: they are run together with those that come with Ledgerline,
        and nothing is sent anywhere. They stay until the page is loaded again.
      </p>
      <div className={styles.buttons}>
        <FilePicker label="Open rules" accept=".yml,.yaml,.zip" onFiles={open} />
        {(own.length > 0 || toRead > 0) && (
          <Button icon={<DeleteRegular />} onClick={book.removeOwn}>
            Remove own rules
          </Button>
        )}
      </div>
      <span role="status">
        {toRead > 0
          ? `Reading rules: ${counted(toRead, 'file')} to go. Some take a few seconds.`
          : own.length > 0 && `${counted(rules, 'own rule')} from ${counted(own.length, 'file')}`}
        {toRead === 0 &&
          leftOut > 0 &&
          `. ${counted(leftOut, 'file')} about other logs ${plural(leftOut, 'was', 'were')} left out.`}
      </span>
    </DropZone>
  );
}
